// Fonts, glyph atlas and the draw list of a frame: everything Loggia takes from Dear ImGui.
#pragma once

#include "ui/events.h"
#include "ui/paint/text_shaper.h"
#include "ui/text_measure.h"
#include "ui/theme.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace loggia::ui {

// The bytes must outlive the canvas.
struct FontFiles {
    std::string_view regular, semibold, icons;
};

// A shadow travels through the draw list as a callback that the renderer draws with its own shader.
struct Shadow {
    float x, y, w, h, radius, blur, alpha;
};
void shadow_callback(const ImDrawList*, const ImDrawCmd*);

// So does a box at whose round corners all that follows is cut; a radius below zero ends that.
struct RoundClip {
    float x, y, w, h, radius;
};
void clip_callback(const ImDrawList*, const ImDrawCmd*);

// A map of heat travels likewise; the two are told apart by the size of what they carry.
struct Heat {
    static constexpr std::size_t most = 7 * 48;
    float x, y, w, h;
    int columns, rows;
    ImU32 low, high, closed;
    std::array<char, most> percent;
};
static_assert(sizeof(Heat) != sizeof(Shadow));

class Canvas final : public TextMeasure {
public:
    explicit Canvas(const FontFiles& fonts);
    ~Canvas() override;

    void begin(const Viewport& viewport);  // before layout: new glyphs are loaded while measuring too
    ImDrawList& list() { return *m_list; }
    ImDrawData& end();
    ImFontAtlas& atlas() { return m_atlas; }
    void shape_with(TextShaper& shaper) { m_shaper = &shaper; }
    void read_in(Direction direction) { m_direction = direction; }
    void lose_textures();  // the graphics context is gone with everything in it

    float advance(char32_t code_point, float size, bool semibold) const override;
    bool has_glyph(char32_t code_point) const override;
    float width(std::string_view text, float size, bool semibold) const override;
    bool shapes() const override { return m_shaper != nullptr; }

    // A filled box with smooth edges and round corners.
    void box(float x, float y, float w, float h, float radius, ImU32 colour);
    // The strip along the left side of such a box.
    void edge(float x, float y, float h, float radius, float width, ImU32 colour);
    // `y` is the top of a line of this height.
    void text(float x, float y, std::string_view text, const TextShape& shape, ImU32 colour);
    // What is too wide ends with an ellipsis.
    void text_within(float x, float y, float width, std::string_view text, const TextShape& shape, ImU32 colour);
    void icon(float center_x, float center_y, char32_t glyph, float size, ImU32 colour, float turned = 0);
    void shadow(const Shadow& shadow);
    void heat(const Heat& heat);
    void clip(const RoundClip& clip);
    void unclip();
    void fade(float strength) { m_fade = strength; }  // of the shadows that follow

private:
    // Directions from the centre of a corner, a quarter turn in equal steps.
    struct Quarter {
        static constexpr int most = 24;
        int points;
        std::array<ImVec2, most> direction;
    };
    static Quarter quarter_of(float radius);  // in the device's pixels
    struct Advances {
        float size;
        bool semibold;
        std::array<float, 0x180> of;
    };
    bool is_shaped(std::string_view text) const;
    void picture(float x, float baseline, std::string_view text, const TextShape& shape, ImU32 colour);
    void picture_within(float x, float y, float limit, std::string_view text, const TextShape& shape, ImU32 colour);
    std::string_view beginning(std::string_view words, float limit, const TextShape& shape) const;
    Advances& advances(float size, bool semibold) const;

    ImFontAtlas m_atlas;
    ImDrawListSharedData m_shared;
    std::unique_ptr<ImDrawList> m_list;
    ImDrawData m_data;
    ImFont* m_regular = nullptr;
    ImFont* m_semibold = nullptr;
    ImFont* m_icons = nullptr;
    TextShaper* m_shaper = nullptr;
    Direction m_direction = Direction::left_to_right;
    int m_frame = 0;
    float m_fade = 1;
    std::vector<RoundClip> m_clips;
    Quarter m_quarter{};
    float m_quarter_radius = 0;
    std::array<ImVec2, 5> m_edge{};  // how far the strip's arc is from its corner
    float m_edge_radius = 0, m_edge_width = 0;
    mutable std::vector<Advances> m_advances;
};

}  // namespace loggia::ui
