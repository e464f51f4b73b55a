#pragma once

#include "core/base/time.h"
#include "portal/navigator.h"
#include "portal/routes.h"
#include "portal/session.h"
#include "portal/store/store.h"
#include "portal/words/words.h"
#include "ui/page.h"

#include <string_view>

namespace loggia::portal {

/// What the frame around a screen was asked for and the portal does.
struct Wishes {
    bool update = false;    ///< opens this address with the version that waits
    bool sign_out = false;  ///< at once, or after a question
};

/// What a screen sees of the portal while it is built, and the only way in which it makes something happen.
struct Context {
    const Address& address;
    const Session& session;
    const Words& words;
    Store& store;
    Navigator& navigator;
    ui::ThemeChoice& theme;  ///< in force; another one from now on, if it is set
    std::string& language;   ///< to be spoken from now on, if it is set
    Wishes& wishes;
    ui::Milliseconds now_ms = 0;
    std::string_view visitor_zone;
    bool is_update_ready = false;

    [[nodiscard]] Instant now() const { return instant_of(now_ms / 1000); }
    [[nodiscard]] const scheduling::Zone& zone() const { return store.business.zone(); }
    [[nodiscard]] Date today() const { return zone().date_at(now()); }
};

/// One screen: holds only what the person in front of it is doing. Lives as long as its portal does, so that typing
/// survives a look at another screen; starts afresh when somebody else signs in.
class Screen {
public:
    virtual ~Screen() = default;

    /// Asks the store for what it shows, draws it, and at the end does what was asked for. May run twice a frame.
    virtual void build(ui::Page& page, Context& context) = 0;
};

}  // namespace loggia::portal
