#include "platform/web/renderer.h"

#include "ui/paint/canvas.h"

#include "embedded/heat_map_frag.h"
#include "embedded/interface_frag.h"
#include "embedded/interface_vert.h"
#include "embedded/soft_shadow_frag.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace loggia::platform {

namespace {

GLuint compile(GLenum kind, std::string_view source) {
    const GLuint shader = glCreateShader(kind);
    const char* text = source.data();
    const auto length = static_cast<GLint>(source.size());
    glShaderSource(shader, 1, &text, &length);
    glCompileShader(shader);
    return shader;
}

GLuint link(std::string_view vertex, std::string_view fragment) {
    const GLuint program = glCreateProgram();
    glAttachShader(program, compile(GL_VERTEX_SHADER, vertex));
    glAttachShader(program, compile(GL_FRAGMENT_SHADER, fragment));
    glLinkProgram(program);
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (linked == 0) {
        std::array<char, 512> log{};
        glGetProgramInfoLog(program, static_cast<GLsizei>(log.size()), nullptr, log.data());
        std::fputs(log.data(), stderr);
    }
    return program;
}

void set_colour(int uniform, ImU32 colour) {
    const auto part = [colour](int shift) { return static_cast<float>((colour >> shift) & 0xff) / 255; };
    glUniform4f(uniform, part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT),
                part(IM_COL32_A_SHIFT));
}

// Word by word, so that a week of five hundred bookings costs some ten microseconds.
class FrameHash {
public:
    void add(const void* bytes, std::size_t size) {
        const auto* at = static_cast<const unsigned char*>(bytes);
        for (; size >= 8; at += 8, size -= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, 8);
            m_value = (m_value ^ word) * 0x9e3779b97f4a7c15u;
            m_value ^= m_value >> 32;
        }
        for (; size > 0; ++at, --size) m_value = (m_value ^ *at) * 1099511628211u;
    }
    std::uint64_t value() const { return m_value | 1; }

private:
    std::uint64_t m_value = 14695981039346656037u;
};

std::uint64_t hash_of(const ImDrawData& data, ui::Rgba ground) {
    FrameHash hash;
    hash.add(&data.DisplayPos, sizeof data.DisplayPos);
    hash.add(&data.DisplaySize, sizeof data.DisplaySize);
    hash.add(&data.FramebufferScale, sizeof data.FramebufferScale);
    hash.add(&ground, sizeof ground);
    for (const ImDrawList* list : data.CmdLists) {
        hash.add(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        hash.add(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
        hash.add(list->_CallbacksDataBuf.Data, static_cast<std::size_t>(list->_CallbacksDataBuf.size_in_bytes()));
        for (const ImDrawCmd& command : list->CmdBuffer) {
            hash.add(&command.ClipRect, sizeof command.ClipRect);
            hash.add(&command.ElemCount, sizeof command.ElemCount);
            const ImTextureID texture = command.UserCallback ? ImTextureID_Invalid : command.GetTexID();
            hash.add(&texture, sizeof texture);
        }
    }
    return hash.value();
}

}  // namespace

bool Renderer::create(const char* canvas_selector) {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = false;
    attributes.preserveDrawingBuffer = false;
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    attributes.majorVersion = 2;
    attributes.enableExtensionsByDefault = false;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context(canvas_selector, &attributes);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
    create_objects();
    return true;
}

void Renderer::create_objects() {
    m_interface.id = link(embedded::interface_vert, embedded::interface_frag);
    m_interface.view = glGetUniformLocation(m_interface.id, "view");
    m_frame = glGetUniformLocation(m_interface.id, "frame");
    m_rounding = glGetUniformLocation(m_interface.id, "rounding");
    m_shadow.id = link(embedded::interface_vert, embedded::soft_shadow_frag);
    m_shadow.view = glGetUniformLocation(m_shadow.id, "view");
    m_box = glGetUniformLocation(m_shadow.id, "box");
    m_softness = glGetUniformLocation(m_shadow.id, "softness");
    m_heat.id = link(embedded::interface_vert, embedded::heat_map_frag);
    m_heat.view = glGetUniformLocation(m_heat.id, "view");
    m_heat_box = glGetUniformLocation(m_heat.id, "box");
    m_heat_size = glGetUniformLocation(m_heat.id, "size");
    m_heat_low = glGetUniformLocation(m_heat.id, "low");
    m_heat_high = glGetUniformLocation(m_heat.id, "high");
    glGenTextures(1, &m_cells);
    glBindTexture(GL_TEXTURE_2D, m_cells);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glGenVertexArrays(1, &m_array);
    glGenBuffers(1, &m_vertices);
    glGenBuffers(1, &m_indices);
    glGenBuffers(1, &m_shadow_vertices);
    m_last_frame = 0;
}

void Renderer::upload(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate) {
        GLuint id = 0;
        glGenTextures(1, &id);
        glBindTexture(GL_TEXTURE_2D, id);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     texture.GetPixels());
        texture.SetTexID(id);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantUpdates) {
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.TexID));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
        const ImTextureRect& changed = texture.UpdateRect;
        glTexSubImage2D(GL_TEXTURE_2D, 0, changed.x, changed.y, changed.w, changed.h, GL_RGBA, GL_UNSIGNED_BYTE,
                        texture.GetPixelsAt(changed.x, changed.y));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        const auto id = static_cast<GLuint>(texture.TexID);
        glDeleteTextures(1, &id);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

void Renderer::update_textures(ImDrawData& data) {
    for (ImTextureData* texture : *data.Textures) {
        if (texture->Status != ImTextureStatus_OK) upload(*texture);
    }
}

void Renderer::use(const Program& program, const ImDrawData& data) {
    glUseProgram(program.id);
    const ImVec2 scale{2 / data.DisplaySize.x, -2 / data.DisplaySize.y};
    glUniform4f(program.view, scale.x, scale.y, -1 - data.DisplayPos.x * scale.x, 1 - data.DisplayPos.y * scale.y);
}

void Renderer::point_attributes(std::size_t first_vertex) {
    const auto at = [first_vertex](std::size_t offset) {
        return reinterpret_cast<const void*>(first_vertex * sizeof(ImDrawVert) + offset);
    };
    constexpr GLsizei stride = sizeof(ImDrawVert);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, at(offsetof(ImDrawVert, col)));
}

void Renderer::draw_shadow(const ImDrawCmd& command, const ImDrawData& data) {
    ui::Shadow shadow;
    std::memcpy(&shadow, command.UserCallbackData, sizeof shadow);
    const float reach = shadow.blur + 1;
    const float left = shadow.x - reach, top = shadow.y - reach, right = shadow.x + shadow.w + reach,
                bottom = shadow.y + shadow.h + reach;
    const ImU32 ink = IM_COL32(15, 23, 42, 255);
    const std::array<ImDrawVert, 4> corners{
        {{{left, top}, {}, ink}, {{right, top}, {}, ink}, {{left, bottom}, {}, ink}, {{right, bottom}, {}, ink}}
    };
    use(m_shadow, data);
    glUniform4f(m_box, shadow.x + shadow.w / 2, shadow.y + shadow.h / 2, shadow.w / 2, shadow.h / 2);
    glUniform3f(m_softness, shadow.radius, shadow.blur, shadow.alpha);
    glBindBuffer(GL_ARRAY_BUFFER, m_shadow_vertices);
    glBufferData(GL_ARRAY_BUFFER, sizeof corners, corners.data(), GL_STREAM_DRAW);
    point_attributes(0);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);
    use(m_interface, data);
}

void Renderer::round_clip(const ui::RoundClip& clip, const ImDrawData& data) {
    glUniform4f(m_frame, clip.x + clip.w / 2, clip.y + clip.h / 2, clip.w / 2, clip.h / 2);
    glUniform2f(m_rounding, clip.radius, data.FramebufferScale.x);
}

void Renderer::draw_heat(const ImDrawCmd& command, const ImDrawData& data) {
    ui::Heat heat;
    std::memcpy(&heat, command.UserCallbackData, sizeof heat);
    if (heat.columns <= 0 || heat.rows <= 0) return;
    const float right = heat.x + heat.w, bottom = heat.y + heat.h;
    const std::array<ImDrawVert, 4> corners{
        {{{heat.x, heat.y}, {}, heat.closed},
         {{right, heat.y}, {}, heat.closed},
         {{heat.x, bottom}, {}, heat.closed},
         {{right, bottom}, {}, heat.closed}}
    };
    use(m_heat, data);
    glUniform4f(m_heat_box, heat.x, heat.y, heat.w, heat.h);
    glUniform2f(m_heat_size, static_cast<float>(heat.columns), static_cast<float>(heat.rows));
    set_colour(m_heat_low, heat.low);
    set_colour(m_heat_high, heat.high);
    glBindTexture(GL_TEXTURE_2D, m_cells);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, heat.columns, heat.rows, 0, GL_RED, GL_UNSIGNED_BYTE, heat.percent.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glBindBuffer(GL_ARRAY_BUFFER, m_shadow_vertices);
    glBufferData(GL_ARRAY_BUFFER, sizeof corners, corners.data(), GL_STREAM_DRAW);
    point_attributes(0);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);
    use(m_interface, data);
}

void Renderer::draw_list(const ImDrawList& list, const ImDrawData& data) {
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indices);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
    use(m_interface, data);
    round_clip({.radius = -1}, data);
    const ImVec2 scale = data.FramebufferScale, from = data.DisplayPos;
    const float height = data.DisplaySize.y * scale.y;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImVec4 clip{std::max(0.f, (command.ClipRect.x - from.x) * scale.x),
                          std::max(0.f, (command.ClipRect.y - from.y) * scale.y),
                          (command.ClipRect.z - from.x) * scale.x, (command.ClipRect.w - from.y) * scale.y};
        if (clip.z <= clip.x || clip.w <= clip.y) continue;
        glScissor(static_cast<GLint>(clip.x + 0.5f), static_cast<GLint>(std::floor(height - clip.w + 0.5f)),
                  static_cast<GLsizei>(clip.z - clip.x + 0.5f), static_cast<GLsizei>(clip.w - clip.y + 0.5f));
        if (command.UserCallback == ui::clip_callback) {
            ui::RoundClip clip_box;
            std::memcpy(&clip_box, command.UserCallbackData, sizeof clip_box);
            round_clip(clip_box, data);
            continue;
        }
        if (command.UserCallback != nullptr) {
            if (command.UserCallbackDataSize == sizeof(ui::Heat)) {
                draw_heat(command, data);
            } else {
                draw_shadow(command, data);
            }
            continue;
        }
        if (command.ElemCount == 0) continue;
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
        point_attributes(command.VtxOffset);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
                       sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

bool Renderer::draw(ImDrawData& data, ui::Rgba ground) {
    update_textures(data);
    const std::uint64_t frame = hash_of(data, ground);
    if (frame == m_last_frame) return false;
    m_last_frame = frame;
    const auto width = static_cast<GLsizei>(data.DisplaySize.x * data.FramebufferScale.x + 0.5f);
    const auto height = static_cast<GLsizei>(data.DisplaySize.y * data.FramebufferScale.y + 0.5f);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                 static_cast<float>(ground.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(m_array);
    for (const GLuint attribute : {0u, 1u, 2u}) glEnableVertexAttribArray(attribute);
    for (const ImDrawList* list : data.CmdLists) draw_list(*list, data);
    return true;
}

}  // namespace loggia::platform
