// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// Stripes of constant width that keep their place on the land.

layout(location = 0) in vec2 position;

layout(location = 0) out float stripe; // its number, counted from the camera's centre

layout(std140, binding = 0) uniform buf {
    mat4 matrix;
    vec4 colour; // premultiplied
    vec2 centre; // of the camera, Mercator units in this world copy
    float stripes; // per Mercator unit
    float phase; // of the stripe at the camera's centre
    float width; // of a stripe as a share of its period
    float softness; // of its edges, likewise
    vec2 run; // how the number of the stripe grows along x and y
};

void main()
{
    gl_Position = matrix * vec4(position, 0.0, 1.0);
    stripe = dot(position - centre, run) * stripes + phase;
}
