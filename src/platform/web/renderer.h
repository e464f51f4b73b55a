// Draws the kit's draw data with WebGL 2 and keeps the glyph atlas on the graphics card.
#pragma once

#include "ui/paint/canvas.h"
#include "ui/theme.h"

#include <imgui.h>

#include <cstdint>

namespace loggia::platform {

class Renderer {
public:
    // False when the browser has no WebGL 2; the mirror then shows itself.
    bool create(const char* canvas_selector);
    void create_objects();  // again after the context was lost and restored

    // Does nothing when the frame equals the last one drawn; returns whether it drew.
    bool draw(ImDrawData& data, ui::Rgba ground);
    void forget_last_frame() { m_last_frame = 0; }

private:
    struct Program {
        unsigned int id = 0;
        int view = -1;
    };

    void update_textures(ImDrawData& data);
    void upload(ImTextureData& texture);
    void draw_list(const ImDrawList& list, const ImDrawData& data);
    void draw_shadow(const ImDrawCmd& command, const ImDrawData& data);
    void draw_heat(const ImDrawCmd& command, const ImDrawData& data);
    void round_clip(const ui::RoundClip& clip, const ImDrawData& data);
    void use(const Program& program, const ImDrawData& data);
    void point_attributes(std::size_t first_vertex);

    Program m_interface, m_shadow, m_heat;
    int m_heat_box = -1, m_heat_size = -1, m_heat_low = -1, m_heat_high = -1;
    unsigned int m_cells = 0;
    int m_box = -1, m_softness = -1, m_frame = -1, m_rounding = -1;
    unsigned int m_vertices = 0, m_indices = 0, m_shadow_vertices = 0, m_array = 0;
    std::uint64_t m_last_frame = 0;
};

}  // namespace loggia::platform
