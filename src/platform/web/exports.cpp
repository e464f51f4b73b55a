// What bridge.js calls. One application lives as long as the page.
#include "platform/web/application.h"
#include "platform/web/browser.h"

#include <emscripten/emscripten.h>

namespace {

loggia::platform::Browser& browser() {
    static loggia::platform::Browser instance{loggia::platform::make_application()};
    return instance;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* loggia_room(int bytes) { return browser().room(static_cast<std::size_t>(bytes)); }

EMSCRIPTEN_KEEPALIVE void loggia_report(int report, unsigned id, double a, double b, double c, int length) {
    browser().report(static_cast<loggia::platform::Report>(report), id, a, b, c, static_cast<std::size_t>(length));
}

EMSCRIPTEN_KEEPALIVE double loggia_frame(double now, int draw) { return browser().frame(now, draw != 0); }

EMSCRIPTEN_KEEPALIVE const std::uint32_t* loggia_ops() { return browser().ops().data(); }

EMSCRIPTEN_KEEPALIVE int loggia_ops_words() { return static_cast<int>(browser().ops().size()); }
}
