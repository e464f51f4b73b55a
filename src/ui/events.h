// What the browser reported since the last build. Widgets answer from it; nothing else in the kit knows of input.
#pragma once

#include "ui/node.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace loggia::ui {

enum class Key : std::uint8_t {
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    escape,
    enter,
    space,
    move,
    backspace,
    character
};

struct KeyPress {
    NodeId id;
    Key key;
    bool shift;
    char32_t character = 0;  // of Key::character
};

enum class PointerPhase : std::uint8_t { begin, move, end, cancel };

// The pointer drawn over an element that drags.
struct PointerStep {
    NodeId id;
    PointerPhase phase;
    float x, y;  // in widths of what the element lies in, and in pixels below its top
};

// A file that somebody chose. Its content stays in the browser; the number stands for it.
struct ChosenFile {
    std::uint32_t file = 0;
    std::string name, type;
    std::int64_t size = 0;
};

struct Viewport {
    float width = 1440, height = 900;
    float scale = 1;  // device pixels per CSS pixel
    float text = 1;   // the visitor's font size over 16 px
    Rect drawn;       // the part of it that is seen while it is pinched larger; empty: all
};

struct Media {
    bool dark = false, reduced_motion = false, forced_colours = false, more_contrast = false;
    bool dom_painted = false;  // no canvas to draw on: CSS paints every node
};

class Events {
public:
    bool clicked(NodeId id) const;
    bool submitted(NodeId form) const;
    bool closed(NodeId dialog) const;
    const std::string* text(NodeId field) const;  // what the field now holds, if it changed
    const std::vector<KeyPress>& keys() const { return m_keys; }
    const std::vector<PointerStep>& pointers() const { return m_pointers; }
    const std::vector<std::pair<NodeId, ChosenFile>>& files() const { return m_files; }
    bool empty() const;
    void clear();  // forgets what happened; hover, press, focus and scroll are states and stay

    void click(NodeId id) { m_clicks.push_back(id); }
    void submit(NodeId id) { m_submits.push_back(id); }
    void close(NodeId id) { m_closes.push_back(id); }
    void input(NodeId id, std::string text) { m_inputs.emplace_back(id, std::move(text)); }
    void key(KeyPress press) { m_keys.push_back(press); }
    void pointer(PointerStep step) { m_pointers.push_back(step); }
    void choose(NodeId picker, ChosenFile file) { m_files.emplace_back(picker, std::move(file)); }
    void scroll(NodeId id, float x, float y);
    std::pair<float, float> scrolled(NodeId id) const;  // 0: the document

    NodeId hovered = 0, pressed = 0, focused = 0;
    bool shifted = false;  // the Shift key was held for what was just checked

private:
    struct Scrolled {
        NodeId id;
        float x, y;
    };
    std::vector<NodeId> m_clicks, m_submits, m_closes;
    std::vector<std::pair<NodeId, std::string>> m_inputs;
    std::vector<KeyPress> m_keys;
    std::vector<PointerStep> m_pointers;
    std::vector<std::pair<NodeId, ChosenFile>> m_files;
    std::vector<Scrolled> m_scrolls;
};

}  // namespace loggia::ui
