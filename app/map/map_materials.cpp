// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_materials.h>

#include <QSGMaterialShader>

#include <array>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

/// Writes values into a uniform block front to back; offsets follow std140 as the shaders declare.
class UniformWriter
{
public:
    explicit UniformWriter(QByteArray *block)
        : m_block(block)
    {}

    template<std::size_t count>
    void write(qsizetype offset, const std::array<float, count> &values)
    {
        std::memcpy(m_block->data() + offset, values.data(), sizeof(values));
    }

private:
    QByteArray *m_block;
};

std::array<float, 4> premultiplied(const QColor &colour, float opacity)
{
    const float alpha = colour.alphaF() * opacity;
    return {colour.redF() * alpha, colour.greenF() * alpha, colour.blueF() * alpha, alpha};
}

void writeMatrix(QSGMaterialShader::RenderState &state)
{
    std::memcpy(state.uniformData()->data(), state.combinedMatrix().constData(), 64);
}

class LineShader : public QSGMaterialShader
{
public:
    LineShader()
    {
        setShaderFileName(VertexStage, u":/dateline/map/shaders/line.vert.qsb"_s);
        setShaderFileName(FragmentStage, u":/dateline/map/shaders/line.frag.qsb"_s);
    }

    bool updateUniformData(RenderState &state, QSGMaterial *newMaterial, QSGMaterial *) override
    {
        const auto &line = *static_cast<const LineMaterial *>(newMaterial);
        UniformWriter writer(state.uniformData());
        writeMatrix(state);
        const double soft = 1 / line.pixelRatio;
        writer.write(64, premultiplied(line.colour, state.opacity()));
        writer.write(80,
                     std::array{float(line.scale), float(line.width / 2 + soft / 2), float(soft),
                                float(line.dash)});
        return true;
    }
};

class HatchShader : public QSGMaterialShader
{
public:
    HatchShader()
    {
        setShaderFileName(VertexStage, u":/dateline/map/shaders/hatch.vert.qsb"_s);
        setShaderFileName(FragmentStage, u":/dateline/map/shaders/hatch.frag.qsb"_s);
    }

    bool updateUniformData(RenderState &state, QSGMaterial *newMaterial, QSGMaterial *) override
    {
        const auto &hatch = *static_cast<const HatchMaterial *>(newMaterial);
        UniformWriter writer(state.uniformData());
        writeMatrix(state);
        const double stripes = hatch.scale / hatch.spacing;
        const double count = stripeSum(hatch.run, {hatch.centre.x, hatch.centre.y}) * stripes;
        writer.write(64, premultiplied(hatch.colour, state.opacity()));
        writer.write(80,
                     std::array{float(hatch.centre.x), float(hatch.centre.y), float(stripes),
                                float(count - std::floor(count))});
        writer.write(96,
                     std::array{float(hatch.width / hatch.spacing), float(1.2 / hatch.spacing),
                                float(stripeSum(hatch.run, {1, 0})),
                                float(stripeSum(hatch.run, {0, 1}))});
        return true;
    }
};

} // namespace

LineMaterial::LineMaterial()
{
    // Vertices must stay as they are: the shader needs them in units of the geometry.
    setFlag(Blending);
    setFlag(RequiresFullMatrix);
}

QSGMaterialType *LineMaterial::type() const
{
    static QSGMaterialType lineType;
    return &lineType;
}

QSGMaterialShader *LineMaterial::createShader(QSGRendererInterface::RenderMode) const
{
    return new LineShader;
}

int LineMaterial::compare(const QSGMaterial *other) const
{
    const auto &line = *static_cast<const LineMaterial *>(other);
    const bool same = colour == line.colour && width == line.width && dash == line.dash
        && scale == line.scale && pixelRatio == line.pixelRatio;
    return same ? 0 : (this < other ? -1 : 1);
}

HatchMaterial::HatchMaterial()
{
    setFlag(Blending);
    setFlag(RequiresFullMatrix);
}

QSGMaterialType *HatchMaterial::type() const
{
    static QSGMaterialType hatchType;
    return &hatchType;
}

QSGMaterialShader *HatchMaterial::createShader(QSGRendererInterface::RenderMode) const
{
    return new HatchShader;
}

int HatchMaterial::compare(const QSGMaterial *other) const
{
    const auto &hatch = *static_cast<const HatchMaterial *>(other);
    const bool same = colour == hatch.colour && centre == hatch.centre && scale == hatch.scale
        && spacing == hatch.spacing && width == hatch.width && run == hatch.run;
    return same ? 0 : (this < other ? -1 : 1);
}

} // namespace dateline::map
