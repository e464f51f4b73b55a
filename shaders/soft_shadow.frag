#version 300 es
// The shadow of a rounded box: its distance field, softened over `softness` pixels.
precision highp float;
uniform vec4 box;      // centre x, centre y, half width, half height
uniform vec3 softness; // corner radius, blur, alpha
in vec2 place;
in vec4 tint;
out vec4 result;

void main() {
    vec2 corner = abs(place - box.xy) - box.zw + softness.x;
    float distance = length(max(corner, 0.0)) + min(max(corner.x, corner.y), 0.0) - softness.x;
    float fade = clamp(0.5 - distance / (2.0 * softness.y), 0.0, 1.0);
    result = vec4(tint.rgb, softness.z * fade * fade * (3.0 - 2.0 * fade));
}
