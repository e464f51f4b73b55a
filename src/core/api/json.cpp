#include "core/api/json.h"

#include "core/api/json_reader.h"
#include "core/api/json_writer.h"

#include <set>
#include <type_traits>

namespace loggia::api {

namespace {

/// What the library's parser does not refuse by itself: nesting too deep, and a name twice in one object.
class Strictness {
public:
    bool operator()(int depth, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
        using Event = nlohmann::json::parse_event_t;
        if (depth > deepest_nesting) refuse("The body is nested too deeply.");
        if (event == Event::object_start) m_names.emplace_back();
        if (event == Event::object_end && !m_names.empty()) m_names.pop_back();
        if (event == Event::key && !m_names.empty()) take_name(parsed.get<std::string>());
        return !m_error;
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    void take_name(const std::string& name) {
        if (m_names.back().insert(name).second) return;
        const std::string shown = name.substr(0, longest_shown_name);
        refuse("\"" + shown + "\" is given twice.", shown);
    }
    void refuse(std::string message, std::string field = {}) {
        if (!m_error) m_error = Error{ErrorCode::invalid_input, std::move(message), std::move(field), 0};
    }

    std::vector<std::set<std::string>> m_names;
    std::optional<Error> m_error;
};

Result<nlohmann::json> parsed(std::string_view text) {
    // RFC 8259 §8.1 lets a reader ignore a byte order mark, and the library does; ours is stricter.
    if (text.starts_with("\xEF\xBB\xBF"))
        return fail(ErrorCode::invalid_input, "The body begins with a byte order mark; send plain UTF-8.");
    Strictness strictness;
    auto json = nlohmann::json::parse(text, std::ref(strictness), false);
    if (strictness.error()) return std::unexpected(*strictness.error());
    if (json.is_discarded()) return fail(ErrorCode::invalid_input, "The body is not well-formed JSON in UTF-8.");
    if (!json.is_object()) return fail(ErrorCode::invalid_input, "The body must be a JSON object.");
    return json;
}

template <class Type> Result<Type> read(const nlohmann::json& json, std::span<const Parameter> parameters) {
    Type message;
    JsonReader reader(json, parameters);
    if (auto error = reader.read_root(message)) return std::unexpected(std::move(*error));
    return message;
}

/// RFC 3986 unreserved characters stay, all others are percent-encoded.
std::string percent_encoded(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string encoded;
    for (char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        const bool is_letter = (byte | 32U) >= 'a' && (byte | 32U) <= 'z';
        if (is_letter || (byte >= '0' && byte <= '9') || std::string_view("-._~").contains(character)) {
            encoded += character;
        } else {
            encoded += '%';
            encoded += hex[byte >> 4];
            encoded += hex[byte & 15];
        }
    }
    return encoded;
}

/// Sends each field of a request to where it travels: the path, the query or the body.
class RequestWriter {
public:
    RequestWriter(Method method, std::string_view path_template) {
        m_request.method = method;
        m_request.path = path_template;
        if (method == Method::POST) m_request.body = "{";
    }

    template <class Value> void operator()(std::string_view name, const Value& value) {
        const std::string placeholder = "{" + std::string(name) + "}";
        const auto position = m_request.path.find(placeholder);
        if (position != std::string::npos) {
            m_request.path.replace(position, placeholder.size(), percent_encoded(as_text(value)));
        } else if (m_request.method == Method::GET) {
            m_request.path += m_request.path.contains('?') ? '&' : '?';
            m_request.path += std::string(name) + "=" + percent_encoded(as_text(value));
        } else {
            JsonWriter writer(m_request.body);
            writer(name, value);
        }
    }
    template <class Value> void operator()(std::string_view name, const std::optional<Value>& value) {
        if (value) (*this)(name, *value);
    }

    WireRequest take() {
        if (m_request.method == Method::POST) m_request.body += '}';
        return std::move(m_request);
    }

private:
    template <class Value> static std::string as_text(const Value& value) {
        std::string json;
        JsonWriter writer(json);
        writer.write(value);
        return json.starts_with('"') ? json.substr(1, json.size() - 2) : json;
    }

    WireRequest m_request;
};

}  // namespace

template <class Type> std::string encode(const Type& message) {
    std::string text;
    JsonWriter(text).write(message);
    return text;
}

template <class Type> Result<Type> decode(std::string_view json) { return read<Type>(TRY(parsed(json)), {}); }

template <class Type> Result<Type> decode_request(std::string_view json_body, std::span<const Parameter> parameters) {
    if (json_body.size() > longest_body) return fail(ErrorCode::invalid_input, "The body is too long.");
    return read<Type>(json_body.empty() ? nlohmann::json::object() : TRY(parsed(json_body)), parameters);
}

template <class Type>
WireRequest encode_request(Method method, std::string_view path_template, const Type& message) {
    RequestWriter writer(method, path_template);
    each_field(writer, message);
    return writer.take();
}

#define CODEC(Type)                                                                                                  \
    template std::string encode(const Type&);                                                                        \
    template Result<Type> decode<Type>(std::string_view);
#define REQUEST_CODEC(Type)                                                                                          \
    CODEC(Type)                                                                                                      \
    template Result<Type> decode_request<Type>(std::string_view, std::span<const Parameter>);                        \
    template WireRequest encode_request(Method, std::string_view, const Type&);

REQUEST_CODEC(Nothing)
REQUEST_CODEC(FreeTimesRequest)
REQUEST_CODEC(HoldRequest)
REQUEST_CODEC(HoldRelease)
REQUEST_CODEC(Registration)
REQUEST_CODEC(SignIn)
REQUEST_CODEC(NewDependent)
REQUEST_CODEC(BookingRequest)
REQUEST_CODEC(BookingStep)
REQUEST_CODEC(BookingMove)
REQUEST_CODEC(BookingReassignment)
REQUEST_CODEC(BookingRoomChange)
REQUEST_CODEC(OtherTimesRequest)
REQUEST_CODEC(CoverageRequest)
REQUEST_CODEC(BookingBatch)
REQUEST_CODEC(BookingQuery)
REQUEST_CODEC(CalendarRequest)
REQUEST_CODEC(SeriesPlanRequest)
REQUEST_CODEC(SeriesRequest)
REQUEST_CODEC(SyncRequest)
REQUEST_CODEC(CustomRoleDraft)
REQUEST_CODEC(CustomRoleRemoval)
REQUEST_CODEC(RoleChange)
REQUEST_CODEC(NewTeamMember)
REQUEST_CODEC(SwitchChange)
REQUEST_CODEC(ActingAs)
REQUEST_CODEC(AccessHistoryRequest)
CODEC(CustomRoleView)
CODEC(TeamView)
CODEC(RoleChangeView)
CODEC(SwitchesView)
CODEC(AccessHistory)
CODEC(BusinessView)
CODEC(ServiceList)
CODEC(StaffList)
CODEC(FreeTimesView)
CODEC(HoldView)
CODEC(DependentView)
CODEC(SessionView)
CODEC(BookingView)
CODEC(BookingList)
CODEC(SyncView)
CODEC(BookingHistory)
CODEC(CoverageView)
CODEC(SeriesPlanView)
CODEC(CalendarFeedView)
CODEC(CalendarFeedAddress)
CODEC(OutboxRecord)
CODEC(ErrorView)

}  // namespace loggia::api
