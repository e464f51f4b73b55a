#version 300 es
// Everything but shadows: the glyph or white pixel in its tint, cut at the round corners of what it lies in.
precision highp float;
uniform sampler2D atlas;
uniform vec4 frame;    // centre x, centre y, half width, half height
uniform vec2 rounding; // corner radius, below zero where nothing is cut; device pixels per unit
in vec2 at;
in vec4 tint;
in vec2 place;
out vec4 result;

void main() {
    vec2 corner = abs(place - frame.xy) - frame.zw + rounding.x;
    float distance = length(max(corner, 0.0)) + min(max(corner.x, corner.y), 0.0) - rounding.x;
    float kept = rounding.x < 0.0 ? 1.0 : clamp(0.5 - distance * rounding.y, 0.0, 1.0);
    result = tint * texture(atlas, at);
    result.a *= kept;
}
