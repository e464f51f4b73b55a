#pragma once

#include "ui/host.h"

#include <string>
#include <utility>
#include <vector>

namespace loggia::portal {

using ui::Step;

/// Where the portal is, and where it was told to go since the platform last looked.
class Navigator {
public:
    [[nodiscard]] const std::string& url() const { return m_url; }

    /// The address bar already shows it.
    void arrive(std::string url) {
        m_url = std::move(url);
        ++m_moves;
    }

    void go(std::string url, Step step) {
        if (url == m_url) return;
        m_url = url;
        ++m_moves;
        m_navigations.push_back({std::move(url), step});
    }

    [[nodiscard]] unsigned moves() const { return m_moves; }  ///< grows with every change of the address
    [[nodiscard]] std::vector<ui::Navigation> take() { return std::exchange(m_navigations, {}); }

private:
    std::string m_url = "/";
    std::vector<ui::Navigation> m_navigations;
    unsigned m_moves = 0;
};

}  // namespace loggia::portal
