#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 at;
in vec4 tint;
out vec4 result;

void main() { result = tint * texture(atlas, at); }
