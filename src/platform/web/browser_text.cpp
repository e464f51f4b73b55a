#include "platform/web/browser_text.h"

#include <GLES3/gl3.h>
#include <emscripten/em_js.h>

#include <algorithm>
#include <array>

// clang-format off
EM_JS(double, loggia_measure_text, (const char* text, int length, double size, int semibold), {
    const words = Module.loggiaText ??= {
        decoder: new TextDecoder(),
        context: document.createElement('canvas').getContext('2d'),
        // The same as the mirror's elements have in style.css.
        dress(size, semibold) {
            const font = `${semibold ? 600 : 400} ${size}px Inter, system-ui, sans-serif`;
            if (this.context.font !== font) this.context.font = font;
            this.context.fontKerning = 'none';
            this.context.textRendering = 'geometricPrecision';
            if ('lang' in this.context) this.context.lang = document.documentElement.lang;
            return this.context;
        },
    };
    return words.dress(size, semibold).measureText(words.decoder.decode(HEAPU8.slice(text, text + length))).width;
});

// Draws into the texture that is bound; `out` gets left, above, width and height in device pixels.
EM_JS(int, loggia_draw_text, (const char* text, int length, double size, int semibold, double scale, int colour,
                              int right_to_left, int most, float* out), {
    const words = Module.loggiaText;
    const string = words.decoder.decode(HEAPU8.slice(text, text + length));
    let context = words.dress(size, semibold);
    context.direction = right_to_left ? 'rtl' : 'ltr';
    context.textAlign = 'left';
    const box = context.measureText(string);
    const left = Math.ceil(Math.max(0, box.actualBoundingBoxLeft) * scale) + 1;
    const above = Math.ceil(Math.max(0, box.actualBoundingBoxAscent) * scale) + 1;
    const right = Math.ceil(Math.max(box.width, box.actualBoundingBoxRight) * scale) + 1;
    const below = Math.ceil(Math.max(0, box.actualBoundingBoxDescent) * scale) + 1;
    const canvas = context.canvas;
    canvas.width = Math.min(left + right, most);
    canvas.height = Math.min(above + below, most);
    context = words.dress(size, semibold);
    context.direction = right_to_left ? 'rtl' : 'ltr';
    context.textAlign = 'left';
    context.setTransform(scale, 0, 0, scale, left, above);
    context.fillStyle = '#' + colour.toString(16).padStart(6, '0');
    context.fillText(string, 0, 0);
    GLctx.pixelStorei(GLctx.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    GLctx.texImage2D(GLctx.TEXTURE_2D, 0, GLctx.RGBA, GLctx.RGBA, GLctx.UNSIGNED_BYTE, canvas);
    const view = new DataView(HEAPU8.buffer, out, 16);
    [left, above, canvas.width, canvas.height].forEach((value, i) => view.setFloat32(4 * i, value, true));
    return 1;
});
// clang-format on

namespace loggia::platform {

namespace {

constexpr std::size_t most_widths = 4096;
constexpr int longest_side = 4096;
constexpr std::uint32_t most_pixels = 6'000'000;  // 24 MB on the graphics card

class Key {
public:
    void add(std::uint64_t value) { m_value = (m_value ^ value) * 1099511628211u, m_value ^= m_value >> 29; }
    void add(std::string_view text) {
        for (const char byte : text) m_value = (m_value ^ static_cast<std::uint8_t>(byte)) * 1099511628211u;
        add(text.size());
    }
    std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 14695981039346656037u;
};

std::uint64_t fixed(float value) { return static_cast<std::uint64_t>(value * 256); }

unsigned int new_texture() {
    GLuint id = 0;
    glGenTextures(1, &id);
    glBindTexture(GL_TEXTURE_2D, id);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
    for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    return id;
}

}  // namespace

float BrowserText::width(std::string_view text, float size, bool semibold) {
    Key key;
    key.add(text);
    key.add(fixed(size) << 1 | (semibold ? 1 : 0));
    auto known = std::ranges::lower_bound(m_widths, key.value(), {}, &Width::key);
    if (known != m_widths.end() && known->key == key.value()) return known->width;
    if (m_widths.size() >= most_widths) {
        m_widths.clear();
        known = m_widths.end();
    }
    const auto width =
        static_cast<float>(loggia_measure_text(text.data(), static_cast<int>(text.size()), size, semibold ? 1 : 0));
    m_widths.insert(known, {key.value(), width});
    return width;
}

ui::ShapedPicture BrowserText::picture(const ui::ShapedText& text) {
    const std::uint32_t colour =
        std::uint32_t{text.colour.r} << 16 | std::uint32_t{text.colour.g} << 8 | text.colour.b;
    const bool from_the_right = text.direction == ui::Direction::right_to_left;
    Key key;
    key.add(text.text);
    key.add(fixed(text.size) << 2 | (text.semibold ? 1 : 0) | (from_the_right ? 2 : 0));
    key.add(fixed(text.scale) << 32 | colour);
    const auto known = std::ranges::find(m_pictures, key.value(), &Picture::key);
    if (known != m_pictures.end()) {
        known->frame = m_frame;
        return known->picture;
    }
    static_cast<void>(width(text.text, text.size, text.semibold));  // makes the 2D canvas ready
    std::array<float, 4> box{};
    const unsigned int texture = new_texture();
    loggia_draw_text(text.text.data(), static_cast<int>(text.text.size()), text.size, text.semibold ? 1 : 0,
                     text.scale, static_cast<int>(colour), from_the_right ? 1 : 0, longest_side, box.data());
    const auto pixels = static_cast<std::uint32_t>(box[2] * box[3]);
    m_pixels += pixels;
    const ui::ShapedPicture picture{texture, box[0] / text.scale, box[1] / text.scale, box[2] / text.scale,
                                    box[3] / text.scale};
    m_pictures.push_back({key.value(), picture, pixels, m_frame});
    return picture;
}

void BrowserText::begin_frame() {
    ++m_frame;
    if (m_pixels <= most_pixels) return;
    // The oldest half goes, but never what the last frame showed.
    std::ranges::sort(m_pictures, std::ranges::greater{}, &Picture::frame);
    while (m_pixels > most_pixels / 2 && !m_pictures.empty() && m_pictures.back().frame + 1 < m_frame) {
        const auto texture = static_cast<GLuint>(m_pictures.back().picture.texture);
        glDeleteTextures(1, &texture);
        m_pixels -= m_pictures.back().pixels;
        m_pictures.pop_back();
    }
}

void BrowserText::forget() {
    m_widths.clear();
    for (const Picture& picture : m_pictures) {
        const auto texture = static_cast<GLuint>(picture.picture.texture);
        glDeleteTextures(1, &texture);
    }
    forget_pictures();
}

void BrowserText::forget_pictures() {
    m_pictures.clear();
    m_pixels = 0;
}

}  // namespace loggia::platform
