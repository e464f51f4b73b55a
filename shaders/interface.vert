#version 300 es
// Positions come in CSS pixels; `view` maps them to clip space.
uniform vec4 view; // scale x, scale y, offset x, offset y
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texture_position;
layout(location = 2) in vec4 colour;
out vec2 at;
out vec4 tint;
out vec2 place;

void main() {
    at = texture_position;
    tint = colour;
    place = position;
    gl_Position = vec4(position * view.xy + view.zw, 0.0, 1.0);
}
