#version 300 es
// A table of coloured cells: one texel of `cells` each, 0 to 100 percent, more where it is closed.
precision highp float;
uniform sampler2D cells;
uniform vec4 box;  // left, top, width, height in CSS pixels
uniform vec2 size; // columns, rows
uniform vec4 low, high;
in vec2 place;
in vec4 tint;
out vec4 result;

void main() {
    vec2 at = clamp((place - box.xy) / box.zw, 0.0, 0.9999) * size;
    float percent = texelFetch(cells, ivec2(at), 0).r * 255.0;
    vec2 pixels = box.zw / size;
    vec2 inside = fract(at) * pixels;
    // A rounded cell with a gap of two pixels around it.
    vec2 corner = abs(inside - pixels * 0.5) - (pixels * 0.5 - 1.0) + 4.0;
    float distance = length(max(corner, 0.0)) + min(max(corner.x, corner.y), 0.0) - 4.0;
    float cover = clamp(0.5 - distance, 0.0, 1.0);
    bool closed = percent > 100.5;
    float stripe = step(0.5, fract((place.x + place.y) / 8.0));
    vec3 colour = mix(low.rgb, high.rgb, clamp(percent / 100.0, 0.0, 1.0));
    result = closed ? vec4(tint.rgb, cover * (0.35 + 0.35 * stripe)) : vec4(colour, cover);
}
