// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

layout(location = 0) in float across;
layout(location = 1) in float run;

layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 matrix;
    vec4 colour; // premultiplied
    float scale; // pixels per Mercator unit
    float halfWidth; // pixels, with the soft edge
    float softness; // pixels of the soft edge
    float dash; // pixels of a dash and its gap; 0 for a continuous line
};

void main()
{
    float cover = clamp((halfWidth - abs(across)) / softness, 0.0, 1.0);
    if (dash > 0.0 && mod(run, dash) > dash * 0.55)
        cover = 0.0;
    fragColor = colour * cover;
}
