// A page that is built, laid out and looked at without a browser. Every character is half as wide as the text is
// high.
#pragma once

#include "ui/layout.h"
#include "ui/mirror.h"
#include "ui/page.h"

#include <functional>
#include <string>
#include <string_view>

namespace loggia::ui {

struct Screen {
    Page page;
    Viewport viewport{.width = 1440, .height = 900};
    Media media;
    float document_height = 0;

    // Builds as the platform does: once with the events, and once more to show what they changed.
    void show(const std::function<void(Page&)>& declare) {
        const auto once = [&] {
            page.begin(viewport, media);
            declare(page);
            page.end();
        };
        once();
        if (!page.events().empty()) {
            page.incoming().clear();
            once();
        }
        document_height = layout(page, EvenMeasure{});
        veil_fields(page);
    }

    const Node* find(Role role, std::string_view words = {}) const {
        for (const Node& node : page.nodes()) {
            if (node.role == role && (words.empty() || node.name == words || node.key == words || says(node, words)))
                return &node;
        }
        return nullptr;
    }

    std::string_view attribute(const Node& node, Attribute attribute) const {
        for (std::uint32_t i = 0; i < node.attributes; ++i) {
            const AttributeValue& value = page.attributes()[node.first_attribute + i];
            if (value.attribute == attribute) return value.value;
        }
        return {};
    }

    const Node* with_id(NodeId id) const {
        for (const Node& node : page.nodes()) {
            if (node.id == id) return &node;
        }
        return nullptr;
    }

private:
    bool says(const Node& node, std::string_view words) const {
        for (NodeIndex child = node.first_child; child != no_node; child = page.nodes()[child].next) {
            if (page.nodes()[child].name == words || says(page.nodes()[child], words)) return true;
        }
        return false;
    }
};

}  // namespace loggia::ui
