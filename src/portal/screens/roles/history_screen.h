#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

/// What became of who may do what: who changed it, when, what, why and by which right. Of one person, if the address
/// names one.
class HistoryScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;
};

}  // namespace loggia::portal
