#pragma once

#include "portal/portal.h"
#include "server/http/application.h"
#include "server/pages/form.h"
#include "server/router.h"
#include "server/services.h"
#include "ui/page.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace loggia::server {

/// Who visits which page, and what they did to it.
struct Visit {
    ui::Launch launch;
    ui::Viewport viewport;
    bool is_dark = false;
    std::optional<PostedForm> form;
};

/// An answer the portal was given while the page was made.
struct Said {
    std::string path;
    std::string body;
};

/// The portal of the browser, run on the server for one request.
///
/// It asks what it always asks; the router answers here instead of over the network, as the same visitor, with the
/// same authentication, policy and brakes. A form's presses go in as events, which only the nodes of the page it
/// belongs to can be the object of. Nothing that is not a form changes anything, but for giving back a time that the
/// visitor's own cookie proves to be held for them.
class PageRun : public std::enable_shared_from_this<PageRun> {
public:
    using Done = std::move_only_function<void(PageRun*)>;

    PageRun(const Router& router, Services& services, http::HomeThread& home, const http::Request& request,
            Visit visit);

    /// On the home thread. `done` is called there once, when the portal asks nothing more; at once if the router
    /// answers at once. Whoever drops the run before has lost interest.
    void start(Done done);

    [[nodiscard]] const ui::Page& page() const { return m_page; }
    [[nodiscard]] portal::Portal& portal() { return m_portal; }
    [[nodiscard]] const std::string& url() const { return m_portal.navigator().url(); }
    [[nodiscard]] bool has_moved() const { return m_has_moved; }    ///< what was pressed led to another address
    [[nodiscard]] bool has_missed() const { return m_has_missed; }  ///< what was pressed is not there any more
    [[nodiscard]] const std::vector<ui::NodeId>& trail() const { return m_trail; }
    [[nodiscard]] const std::vector<Said>& said() const { return m_said; }
    [[nodiscard]] const std::vector<std::string>& header_lines() const { return m_headers; }  ///< "Name: value"
    [[nodiscard]] const std::vector<ui::Stored>& stored() const { return m_visit.launch.stored; }
    [[nodiscard]] bool has_stored() const { return m_has_stored; }
    [[nodiscard]] const std::string& language() const { return m_language; }
    [[nodiscard]] ui::Direction direction() const { return m_direction; }

private:
    void go_on();
    bool advance();
    void build();
    void take();
    bool press_next();
    void fill();
    bool press(ui::NodeId id);
    [[nodiscard]] bool can_be_pressed(ui::NodeIndex index) const;
    [[nodiscard]] bool is_allowed(const ui::HttpRequest& request) const;
    void ask(const ui::HttpRequest& request);
    void arrive(std::uint32_t id, const std::string& path, bool is_read, const http::Response& response);
    void keep(const std::vector<ui::Stored>& changes);

    const Router& m_router;
    Services& m_services;
    http::HomeThread& m_home;
    http::Request m_request;  ///< without its body; its cookies are those of the latest answer
    Visit m_visit;
    Done m_done;
    portal::Portal m_portal;
    ui::Page m_page;
    std::vector<ui::HttpReply> m_arrived;
    std::vector<Said> m_said;
    std::vector<std::string> m_headers;
    std::vector<ui::NodeId> m_trail;
    std::string m_language;
    ui::Direction m_direction = ui::Direction::left_to_right;
    std::string m_url_before;   ///< the last press
    std::size_t m_presses = 0;  ///< of trail and form together
    int m_waiting = 0;
    int m_rounds = 0;
    int m_quiet = 0;  ///< builds in a row after which nothing was asked
    bool m_is_running = false;
    bool m_has_changed = false;  ///< since the last press something was sent that changes something
    bool m_has_stored = false, m_stored_by_press = false;
    bool m_has_moved = false, m_has_missed = false;
};

}  // namespace loggia::server
