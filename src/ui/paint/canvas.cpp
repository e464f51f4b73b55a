#include "ui/paint/canvas.h"

#include "ui/text_lines.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <numbers>
#include <string>

namespace loggia::ui {

namespace {

constexpr float quarter_turn = std::numbers::pi_v<float> / 2;
constexpr float farthest = 0.15f;  // that a curve's pieces may leave it, in the device's pixels

ImFont* add_font(ImFontAtlas& atlas, std::string_view bytes) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.PixelSnapH = false;
    // Below zero means: as CSS counts, by the em square instead of from ascender to descender.
    config.SizePixels = -16;
    // The limits on advances are scaled by that sign too.
    config.GlyphMinAdvanceX = 0;
    config.GlyphMaxAdvanceX = -FLT_MAX;
    return atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), -16, &config);
}

}  // namespace

Canvas::Quarter Canvas::quarter_of(float radius) {
    // A chord over the angle a leaves a circle by radius × a² / 8.
    const float steps = std::ceil(quarter_turn * std::sqrt(radius / (8 * farthest)));
    Quarter quarter{std::clamp(1 + static_cast<int>(steps), 3, Quarter::most), {}};
    for (int i = 0; i < quarter.points; ++i) {
        const float angle = quarter_turn * static_cast<float>(i) / static_cast<float>(quarter.points - 1);
        quarter.direction[static_cast<std::size_t>(i)] = {std::cos(angle), std::sin(angle)};
    }
    return quarter;
}

void shadow_callback(const ImDrawList*, const ImDrawCmd*) {}
void clip_callback(const ImDrawList*, const ImDrawCmd*) {}

Canvas::Canvas(const FontFiles& fonts) {
    m_atlas.TexMaxWidth = m_atlas.TexMaxHeight = 4096;
    m_atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    // First the draw lists, then the fonts: adding the first font tells all known lists where the atlas keeps its
    // white pixel.
    m_shared.FontAtlas = &m_atlas;
    ImFontAtlasAddDrawListSharedData(&m_atlas, &m_shared);
    m_regular = add_font(m_atlas, fonts.regular);
    m_semibold = add_font(m_atlas, fonts.semibold);
    m_icons = add_font(m_atlas, fonts.icons);
    m_shared.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
    m_list = std::make_unique<ImDrawList>(&m_shared);
}

Canvas::~Canvas() {
    m_list.reset();
    ImFontAtlasRemoveDrawListSharedData(&m_atlas, &m_shared);
}

void Canvas::begin(const Viewport& viewport) {
    ImFontAtlasUpdateNewFrame(&m_atlas, ++m_frame, true);
    // Quarter steps of density: a browser's odd zoom levels would otherwise bake every glyph anew.
    const float density = std::clamp(std::ceil(viewport.scale * 4) / 4, 1.f, 8.f);
    for (ImFont* font : {m_regular, m_semibold, m_icons}) font->CurrentRasterizerDensity = density;
    m_shared.ClipRectFullscreen = {0, 0, viewport.width, viewport.height};
    m_shared.InitialFringeScale = 1 / viewport.scale;
    m_shared.CurveTessellationTol = 1.25f / viewport.scale;
    m_shared.SetCircleTessellationMaxError(farthest / viewport.scale);
    m_list->_ResetForNewFrame();
    m_list->PushTexture(m_atlas.TexRef);
    m_list->PushClipRectFullScreen();
    const Rect& drawn = viewport.drawn;
    m_data.DisplayPos = {drawn.x, drawn.y};
    m_data.DisplaySize = drawn.w > 0 ? ImVec2{drawn.w, drawn.h} : ImVec2{viewport.width, viewport.height};
    m_data.FramebufferScale = {viewport.scale, viewport.scale};
}

ImDrawData& Canvas::end() {
    const ImVec2 from = m_data.DisplayPos, size = m_data.DisplaySize, scale = m_data.FramebufferScale;
    m_list->_PopUnusedDrawCmd();
    m_data.Clear();
    m_data.Valid = true;
    m_data.DisplayPos = from;
    m_data.DisplaySize = size;
    m_data.FramebufferScale = scale;
    m_data.Textures = &m_atlas.TexList;
    m_data.AddDrawList(m_list.get());
    return m_data;
}

void Canvas::lose_textures() {
    for (ImTextureData* texture : m_atlas.TexList) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
}

Canvas::Advances& Canvas::advances(float size, bool semibold) const {
    auto row = std::ranges::find_if(
        m_advances, [&](const Advances& known) { return known.size == size && known.semibold == semibold; });
    if (row == m_advances.end()) {
        row = m_advances.insert(row, {size, semibold, {}});
        row->of.fill(-1);
    }
    return *row;
}

// Below this, every character is in the font.
bool Canvas::is_shaped(std::string_view text) const {
    if (m_shaper == nullptr) return false;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<std::uint8_t>(text[at]);
        const char32_t code = byte < 0x80 ? (++at, byte) : next_code_point(text, at);
        if (code >= 0x180 && !has_glyph(code)) return true;
    }
    return false;
}

float Canvas::width(std::string_view text, float size, bool semibold) const {
    if (is_shaped(text)) return m_shaper->width(text, size, semibold);
    const Advances& row = advances(size, semibold);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<std::uint8_t>(text[at]);
        const bool known = byte < 0x80 && row.of[byte] >= 0;
        width += known ? row.of[byte] : advance(next_code_point(text, at), size, semibold);
        if (known) ++at;
    }
    return width;
}

float Canvas::advance(char32_t code_point, float size, bool semibold) const {
    ImFont& font = semibold ? *m_semibold : *m_regular;
    if (code_point >= 0x180) return font.GetFontBaked(size)->GetCharAdvance(static_cast<ImWchar>(code_point));
    float& advance = advances(size, semibold).of[code_point];
    if (advance < 0) advance = font.GetFontBaked(size)->GetCharAdvance(static_cast<ImWchar>(code_point));
    return advance;
}

bool Canvas::has_glyph(char32_t code_point) const {
    return code_point <= 0xffff && m_regular->IsGlyphInFont(static_cast<ImWchar>(code_point));
}

void Canvas::text(float x, float y, std::string_view words, const TextShape& shape, ImU32 colour) {
    ImFont* font = shape.semibold ? m_semibold : m_regular;
    const ImFontBaked* baked = font->GetFontBaked(shape.size);
    // The browser rounds both metrics and centres their box in the line.
    const float ascent = std::round(baked->Size * 0.96875f), descent = std::round(baked->Size * 0.2412f);
    const float baseline = y + std::floor((shape.line - ascent - descent) / 2) + ascent;
    if (is_shaped(words)) return picture(x, std::round(baseline), words, shape, colour);
    m_list->AddText(font, shape.size, {std::round(x), std::round(baseline) - baked->Ascent}, colour, words.data(),
                    words.data() + words.size());
}

void Canvas::picture(float x, float baseline, std::string_view words, const TextShape& shape, ImU32 colour) {
    const auto part = [colour](int shift) { return static_cast<std::uint8_t>(colour >> shift & 0xff); };
    const Rgba ink{part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), 255};
    const float scale = m_data.FramebufferScale.x;
    const ShapedPicture picture = m_shaper->picture({words, shape.size, shape.semibold, ink, m_direction, scale});
    if (picture.texture == ImTextureID_Invalid) return;
    const float left = std::round(x * scale) / scale - picture.left,
                top = std::round(baseline * scale) / scale - picture.above;
    m_list->AddImage(picture.texture, {left, top}, {left + picture.width, top + picture.height}, {0, 0}, {1, 1},
                     (IM_COL32_WHITE & ~IM_COL32_A_MASK) | (colour & IM_COL32_A_MASK));
}

void Canvas::picture_within(float x, float y, float limit, std::string_view words, const TextShape& shape,
                            ImU32 colour) {
    std::string cut{words};
    while (!cut.empty() && width(cut + "…", shape.size, shape.semibold) > limit) {
        while (!cut.empty() && (static_cast<std::uint8_t>(cut.back()) & 0xc0) == 0x80) cut.pop_back();
        if (!cut.empty()) cut.pop_back();
    }
    cut += "…";
    const bool from_the_right = m_direction == Direction::right_to_left;
    text(from_the_right ? x + limit - width(cut, shape.size, shape.semibold) : x, y, cut, shape, colour);
}

// The first characters that are not wider than `limit`, without spaces at their end.
std::string_view Canvas::beginning(std::string_view words, float limit, const TextShape& shape) const {
    std::size_t fits = 0;
    for (std::size_t at = 0; at < words.size(); fits = at) {
        limit -= advance(next_code_point(words, at), shape.size, shape.semibold);
        if (limit < 0) break;
    }
    while (fits > 0 && words[fits - 1] == ' ') --fits;
    return words.substr(0, fits);
}

void Canvas::text_within(float x, float y, float limit, std::string_view words, const TextShape& shape,
                         ImU32 colour) {
    if (is_shaped(words)) return picture_within(x, y, limit, words, shape, colour);
    const std::string_view cut = beginning(words, limit - advance(U'…', shape.size, shape.semibold), shape);
    // Where there is hardly room for dots, letters say more.
    if (cut.size() < 2) return text(x, y, beginning(words, limit, shape), shape, colour);
    text(x, y, cut, shape, colour);
    text(x + width(cut, shape.size, shape.semibold), y, "…", shape, colour);
}

// As ImGui fills a convex shape, half a pixel of fading included, but without looking for the normals: of this shape
// they are known.
void Canvas::box(float x, float y, float w, float h, float radius, ImU32 colour) {
    const ImVec2 from{x, y}, to{x + w, y + h};
    radius = std::min(radius, std::min(w, h) / 2);
    if ((colour & IM_COL32_A_MASK) == 0 || w <= 0 || h <= 0) return;
    if (radius < 1) return m_list->AddRectFilled(from, to, colour);
    const float scale = m_data.FramebufferScale.x, fading = 0.5f / scale;
    if (radius * scale != m_quarter_radius)
        m_quarter_radius = radius * scale, m_quarter = quarter_of(m_quarter_radius);
    const int points = 4 * m_quarter.points;
    const ImU32 clear = colour & ~IM_COL32_A_MASK;
    const ImVec2 white = m_shared.TexUvWhitePixel;
    m_list->PrimReserve((points - 2) * 3 + points * 6, points * 2);
    const auto first = static_cast<ImDrawIdx>(m_list->_VtxCurrentIdx);
    ImDrawVert* vertex = m_list->_VtxWritePtr;
    // Clockwise from the right side: each corner turns the quarter further.
    for (int corner = 0; corner < 4; ++corner) {
        const ImVec2 center{corner == 0 || corner == 3 ? to.x - radius : from.x + radius,
                            corner < 2 ? to.y - radius : from.y + radius};
        for (int i = 0; i < m_quarter.points; ++i) {
            const ImVec2 one = m_quarter.direction[static_cast<std::size_t>(i)];
            const ImVec2 turned = corner == 0   ? one
                                  : corner == 1 ? ImVec2{-one.y, one.x}
                                  : corner == 2 ? ImVec2{-one.x, -one.y}
                                                : ImVec2{one.y, -one.x};
            const float inner = radius - fading, outer = radius + fading;
            *vertex++ = {
                {center.x + turned.x * inner, center.y + turned.y * inner},
                white, colour
            };
            *vertex++ = {
                {center.x + turned.x * outer, center.y + turned.y * outer},
                white, clear
            };
        }
    }
    ImDrawIdx* index = m_list->_IdxWritePtr;
    const auto at = [first](int i) { return static_cast<ImDrawIdx>(first + static_cast<ImDrawIdx>(i)); };
    for (int i = 2; i < points; ++i) *index++ = first, *index++ = at(2 * i - 2), *index++ = at(2 * i);
    for (int i = 0, before = points - 1; i < points; before = i++) {
        *index++ = at(2 * i), *index++ = at(2 * before), *index++ = at(2 * before + 1);
        *index++ = at(2 * before + 1), *index++ = at(2 * i + 1), *index++ = at(2 * i);
    }
    m_list->_VtxWritePtr = vertex;
    m_list->_IdxWritePtr = index;
    m_list->_VtxCurrentIdx += static_cast<unsigned int>(2 * points);
}

void Canvas::edge(float x, float y, float h, float radius, float width, ImU32 colour) {
    radius = std::min(radius, h / 2);
    if (radius < 1) return m_list->AddRectFilled({x, y}, {x + width, y + h}, colour);
    // The arcs end where they leave the strip.
    if (radius != m_edge_radius || width != m_edge_width) {
        m_edge_radius = radius, m_edge_width = width;
        const float turn = radius <= width ? quarter_turn : std::acos(1 - width / radius);
        for (std::size_t i = 0; i < m_edge.size(); ++i) {
            const float angle = turn * static_cast<float>(i) / static_cast<float>(m_edge.size() - 1);
            m_edge[i] = {radius * (1 - std::cos(angle)), radius * (1 - std::sin(angle))};
        }
    }
    for (std::size_t i = m_edge.size(); i-- > 0;) m_list->PathLineTo({x + m_edge[i].x, y + h - m_edge[i].y});
    for (const ImVec2& point : m_edge) m_list->PathLineTo({x + point.x, y + point.y});
    if (radius < width) {
        m_list->PathLineTo({x + width, y});
        m_list->PathLineTo({x + width, y + h});
    }
    m_list->PathFillConvex(colour);
}

void Canvas::icon(float center_x, float center_y, char32_t glyph, float size, ImU32 colour, float turned) {
    ImFontBaked* baked = m_icons->GetFontBaked(size);
    const ImFontGlyph* shape = baked->FindGlyph(static_cast<ImWchar>(glyph));
    if (shape == nullptr || !shape->Visible) return;
    // Icons fill their em square; the square is centred, not the strokes, so that a row of icons stands straight.
    const float left = center_x - shape->AdvanceX / 2, top = center_y - (baked->Ascent - baked->Descent) / 2;
    m_list->PrimReserve(6, 4);
    m_list->PrimRectUV({left + shape->X0, top + shape->Y0}, {left + shape->X1, top + shape->Y1},
                       {shape->U0, shape->V0}, {shape->U1, shape->V1}, colour);
    if (turned == 0) return;
    const float cosine = std::cos(turned), sine = std::sin(turned);
    for (ImDrawVert* vertex = m_list->_VtxWritePtr - 4; vertex != m_list->_VtxWritePtr; ++vertex) {
        const float x = vertex->pos.x - center_x, y = vertex->pos.y - center_y;
        vertex->pos = {center_x + x * cosine - y * sine, center_y + x * sine + y * cosine};
    }
}

void Canvas::clip(const RoundClip& clip) {
    m_list->PushClipRect({clip.x, clip.y}, {clip.x + clip.w, clip.y + clip.h}, true);
    RoundClip copy = m_clips.emplace_back(clip);
    m_list->AddCallback(clip_callback, &copy, sizeof copy);
}

void Canvas::unclip() {
    m_clips.pop_back();
    RoundClip outer = m_clips.empty() ? RoundClip{.radius = -1} : m_clips.back();
    m_list->AddCallback(clip_callback, &outer, sizeof outer);
    m_list->PopClipRect();
}

void Canvas::shadow(const Shadow& shadow) {
    Shadow copy = shadow;
    copy.alpha *= m_fade;
    m_list->AddCallback(shadow_callback, &copy, sizeof copy);
}

void Canvas::heat(const Heat& heat) {
    Heat copy = heat;
    m_list->AddCallback(shadow_callback, &copy, sizeof copy);
}

}  // namespace loggia::ui
