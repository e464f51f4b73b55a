#include "ui/gallery/pages.h"
#include "ui/widgets/file_picker.h"
#include "ui/widgets/picture.h"

#include <string_view>
#include <vector>

namespace loggia::ui::gallery {

namespace {

// A hill under a sun, 48 pixels wide, so that the gallery needs no file.
constexpr std::string_view hill =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 16'%3E%3Crect width='48' "
    "height='16' "
    "fill='%239cc4e8'/%3E%3Ccircle cx='38' cy='5' r='3' fill='%23ffd766'/%3E%3Cpath d='M0 16Q16 2 32 12T48 10V16Z' "
    "fill='%23508a5b'/%3E%3C/svg%3E";

class Files final : public Exhibit {
public:
    void build(Page& page, Milliseconds) override {
        {
            const Scope part = sample(page, "File pickers");
            keep(file_picker(page, "logo", "Logo", m_logo,
                             {.accept = "image/*", .largest = 500'000, .hint = "A picture of at most 500 KB"}));
            keep(file_picker(page, "papers", "Papers", m_papers, {.accept = ".pdf,.txt", .several = true}));
            keep(file_picker(page, "off", "Contract", m_contract,
                             {.disabled_reason = "Only owners can add the contract."}));
        }
        const Scope part = sample(page, "Pictures");
        picture(page, "hill", hill, "A green hill under a low sun");
        picture(page, "missing", "/assets/missing.png", "The front of the school", {.width = 200, .height = 120});
    }

    std::vector<std::uint32_t> take_released() override { return std::exchange(m_released, {}); }

private:
    void keep(FileAnswer answer) {
        m_released.insert(m_released.end(), answer.released.begin(), answer.released.end());
    }

    std::vector<PickedFile> m_logo,
        m_papers{
            {{.file = 90'001, .name = "Terms 2026.pdf", .type = "application/pdf", .size = 482'000}, 60}
    },
        m_contract;
    std::vector<std::uint32_t> m_released;
};

}  // namespace

std::unique_ptr<Exhibit> make_files() { return std::make_unique<Files>(); }

}  // namespace loggia::ui::gallery
