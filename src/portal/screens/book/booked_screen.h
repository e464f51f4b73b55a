#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

/// What has just been booked, as the server recorded it.
class BookedScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;
};

}  // namespace loggia::portal
