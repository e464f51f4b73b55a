#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loggia::server {

/// What changes from page to page in the document around it. All of it is HTML already.
struct PageParts {
    std::string language = "en";  ///< and these two as attribute values
    std::string direction = "ltr";
    std::string theme = "auto";
    std::string head;        ///< title, description, links, structured data
    std::string page;        ///< the form with everything in it, and what the canvas starts from
    bool has_script = true;  ///< whether the canvas takes over
};

/// web/index.html as it was built, cut where a page goes in.
class PageFrame {
public:
    /// Nothing if it has no place for pages.
    [[nodiscard]] static std::optional<PageFrame> parse(std::string_view built);

    [[nodiscard]] std::string fill(const PageParts& parts) const;

private:
    std::string_view m_before_root, m_before_head, m_before_script, m_script, m_before_page, m_end;
};

}  // namespace loggia::server
