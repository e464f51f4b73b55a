#include "server/pages/page_frame.h"

namespace loggia::server {

namespace {

/// "…<!--name-->…<!--/name-->…" in three.
struct Cut {
    std::string_view before, inside, after;
};

std::optional<Cut> cut(std::string_view text, const std::string& name) {
    const std::string opening = "<!--" + name + "-->";
    const std::string closing = "<!--/" + name + "-->";
    const auto from = text.find(opening);
    const auto to = text.find(closing, from);
    if (from == text.npos || to == text.npos) return std::nullopt;
    const auto inside = from + opening.size();
    return Cut{text.substr(0, from), text.substr(inside, to - inside), text.substr(to + closing.size())};
}

constexpr std::string_view root = "<html lang=\"en\" data-theme=\"auto\">";

}  // namespace

std::optional<PageFrame> PageFrame::parse(std::string_view built) {
    const auto start = built.find(root);
    if (start == built.npos) return std::nullopt;
    const auto head = cut(built.substr(start + root.size()), "head");
    if (!head) return std::nullopt;
    const auto script = cut(head->after, "script");
    if (!script) return std::nullopt;
    const auto page = cut(script->after, "page");
    if (!page) return std::nullopt;
    PageFrame frame;
    frame.m_before_root = built.substr(0, start);
    frame.m_before_head = head->before;
    frame.m_before_script = script->before;
    frame.m_script = script->inside;
    frame.m_before_page = page->before;
    frame.m_end = page->after;
    return frame;
}

std::string PageFrame::fill(const PageParts& parts) const {
    std::string document;
    document.reserve(parts.page.size() + parts.head.size() + 4096);
    document.append(m_before_root).append("<html lang=\"").append(parts.language).append("\" dir=\"");
    document.append(parts.direction).append("\" data-theme=\"").append(parts.theme).append("\"");
    document.append(">").append(m_before_head).append(parts.head);
    document.append(m_before_script);
    if (parts.has_script) document.append(m_script);
    document.append(m_before_page).append(parts.page).append(m_end);
    return document;
}

}  // namespace loggia::server
