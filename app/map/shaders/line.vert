// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// Lines of even width: each vertex is moved along its normal by half the width in pixels. The map
// is conformal and never turned, so normals on the Mercator square are normals on the screen.

layout(location = 0) in vec2 position;
layout(location = 1) in vec4 normal; // xy: half the mitred normal, from [-1, 1] to [0, 1]; z: side
layout(location = 2) in float along; // from the start of the line, Mercator units

layout(location = 0) out float across; // pixels from the middle of the line
layout(location = 1) out float run; // pixels from the start of the line

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
    vec2 offset = (normal.xy * 255.0 - 127.0) / 127.0 * 2.0 * halfWidth / scale;
    gl_Position = matrix * vec4(position, 0.0, 1.0) + matrix * vec4(offset, 0.0, 0.0);
    across = (normal.z * 2.0 - 1.0) * halfWidth;
    run = along * scale;
}
