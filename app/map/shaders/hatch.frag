// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

layout(location = 0) in float stripe;

layout(location = 0) out vec4 fragColor;

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
    float off = abs(fract(stripe) - 0.5);
    float cover = clamp((width * 0.5 - off) / softness + 0.5, 0.0, 1.0);
    fragColor = colour * cover;
}
