#pragma once

#include "core/api/messages.h"
#include "portal/words/words.h"

#include <string>
#include <string_view>

/// What search engines and previews are told. Only what every visitor may see.
namespace loggia::server {

/// "https://book.example": where the addresses in it begin.
struct PublicFacts {
    std::string_view origin;
    const api::BusinessView* business = nullptr;
    const api::ServiceList* services = nullptr;
    const api::ServiceView* service = nullptr;  ///< that the page is about; none: all of them
    const portal::Words* words = nullptr;       ///< in which the page speaks
};

/// JSON-LD of schema.org: the business, what it offers at which price, and where to reserve it.
[[nodiscard]] std::string linked_data(const PublicFacts& facts);

/// One line about the page.
[[nodiscard]] std::string description_of(const PublicFacts& facts);

/// JSON as the content of a script element: nothing in it can end the element.
[[nodiscard]] std::string for_script(std::string_view json);

}  // namespace loggia::server
