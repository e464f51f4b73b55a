#pragma once

#include "server/http/application.h"
#include "server/pages/page_frame.h"
#include "server/pages/style_sheets.h"
#include "server/router.h"
#include "server/services.h"

namespace loggia::server {

/// The portal's pages as HTML: what a browser shows before WebAssembly is there, what search engines read, and what
/// works without any script.
class Pages {
public:
    /// `frame` is cut out of text that outlives this.
    Pages(const Router& router, const PageFrame& frame, const StyleSheets& styles)
        : m_router(router), m_frame(frame), m_styles(styles) {}

    /// On the home thread. A GET or HEAD shows the page; a POST does what was pressed on it, and then shows it again
    /// or leads on.
    void answer(http::Request request, http::Reply reply, Services& services, http::HomeThread& home) const;

private:
    const Router& m_router;
    const PageFrame& m_frame;
    const StyleSheets& m_styles;
};

}  // namespace loggia::server
