#include "ui/paint/canvas.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace loggia::ui {

namespace {

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

void shadow_callback(const ImDrawList*, const ImDrawCmd*) {}

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
    m_shared.CurveTessellationTol = 1.25f;
    m_shared.SetCircleTessellationMaxError(0.15f);
    m_list = std::make_unique<ImDrawList>(&m_shared);
}

Canvas::~Canvas() {
    m_list.reset();
    ImFontAtlasRemoveDrawListSharedData(&m_atlas, &m_shared);
}

void Canvas::begin(const Viewport& viewport) {
    ImFontAtlasUpdateNewFrame(&m_atlas, ++m_frame, true);
    // Quarter steps of density: a browser's odd zoom levels would otherwise bake every glyph anew.
    const float density = std::clamp(std::ceil(viewport.scale * 4) / 4, 1.f, 4.f);
    for (ImFont* font : {m_regular, m_semibold, m_icons}) font->CurrentRasterizerDensity = density;
    m_shared.ClipRectFullscreen = {0, 0, viewport.width, viewport.height};
    m_shared.InitialFringeScale = 1 / viewport.scale;
    m_list->_ResetForNewFrame();
    m_list->PushTexture(m_atlas.TexRef);
    m_list->PushClipRectFullScreen();
    m_data.DisplaySize = {viewport.width, viewport.height};
    m_data.FramebufferScale = {viewport.scale, viewport.scale};
}

ImDrawData& Canvas::end() {
    const ImVec2 size = m_data.DisplaySize, scale = m_data.FramebufferScale;
    m_list->_PopUnusedDrawCmd();
    m_data.Clear();
    m_data.Valid = true;
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

float Canvas::advance(char32_t code_point, float size, bool semibold) const {
    ImFont& font = semibold ? *m_semibold : *m_regular;
    if (code_point >= 0x180) return font.GetFontBaked(size)->GetCharAdvance(static_cast<ImWchar>(code_point));
    auto row = std::ranges::find_if(
        m_advances, [&](const Advances& known) { return known.size == size && known.semibold == semibold; });
    if (row == m_advances.end()) {
        row = m_advances.insert(row, {size, semibold, {}});
        row->of.fill(-1);
    }
    float& advance = row->of[code_point];
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
    m_list->AddText(font, shape.size, {std::round(x), std::round(baseline) - baked->Ascent}, colour, words.data(),
                    words.data() + words.size());
}

void Canvas::icon(float center_x, float center_y, char32_t glyph, float size, ImU32 colour) {
    ImFontBaked* baked = m_icons->GetFontBaked(size);
    const ImFontGlyph* shape = baked->FindGlyph(static_cast<ImWchar>(glyph));
    if (shape == nullptr || !shape->Visible) return;
    // Icons fill their em square; the square is centred, not the strokes, so that a row of icons stands straight.
    const float left = center_x - shape->AdvanceX / 2, top = center_y - (baked->Ascent - baked->Descent) / 2;
    m_list->PrimReserve(6, 4);
    m_list->PrimRectUV({left + shape->X0, top + shape->Y0}, {left + shape->X1, top + shape->Y1},
                       {shape->U0, shape->V0}, {shape->U1, shape->V1}, colour);
}

void Canvas::shadow(const Shadow& shadow) {
    Shadow copy = shadow;
    m_list->AddCallback(shadow_callback, &copy, sizeof copy);
}

}  // namespace loggia::ui
