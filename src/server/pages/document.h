#pragma once

#include "server/http/request.h"
#include "server/pages/page_frame.h"
#include "server/pages/page_run.h"
#include "server/pages/style_sheets.h"

#include <string>

namespace loggia::server {

/// How a page comes about: asked for, or as the answer to a form.
struct Showing {
    const http::Request& request;
    const StyleSheets& styles;
    Seed seed{};  ///< of the form on it
    bool answers_form = false;
};

/// Everything of a document that belongs to the page of this run.
[[nodiscard]] PageParts document_of(PageRun& run, const Showing& showing);

/// 404 where no screen is, 403 where this visitor may not be, 409 where what was pressed is gone; else 200.
[[nodiscard]] int status_of(PageRun& run);

}  // namespace loggia::server
