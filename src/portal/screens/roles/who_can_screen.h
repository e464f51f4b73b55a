#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

/// Who can do one thing, and how far. What is asked is in the address.
class WhoCanScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;
};

}  // namespace loggia::portal
