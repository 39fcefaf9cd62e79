// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

layout(location = 0) in float diagonal;

layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 matrix;
    vec4 colour; // premultiplied
    vec2 centre; // of the camera, Mercator units in this world copy
    float stripes; // per Mercator unit along x
    float phase; // of the stripe at the camera's centre
    float width; // of a stripe as a share of its period
    float softness; // of its edges, likewise
};

void main()
{
    float off = abs(fract(diagonal) - 0.5);
    float cover = clamp((width * 0.5 - off) / softness + 0.5, 0.0, 1.0);
    fragColor = colour * cover;
}
