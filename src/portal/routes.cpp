#include "portal/routes.h"

#include "core/base/civil.h"
#include "core/base/text.h"

#include <algorithm>

namespace loggia::portal {

namespace {

std::string_view next_segment(std::string_view& path) {
    const auto end = path.find('/');
    const auto segment = path.substr(0, end);
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    return segment;
}

bool is_placeholder(std::string_view segment) { return segment.starts_with('{'); }
std::string_view name_in(std::string_view placeholder) { return placeholder.substr(1, placeholder.size() - 2); }

std::optional<std::vector<UrlParameter>> match(std::string_view pattern, std::string_view path) {
    std::vector<UrlParameter> found;
    if (std::ranges::count(pattern, '/') != std::ranges::count(path, '/')) return std::nullopt;
    pattern.remove_prefix(1);
    path.remove_prefix(1);
    while (!pattern.empty() || !path.empty()) {
        const auto wanted = next_segment(pattern);
        const auto given = next_segment(path);
        if (is_placeholder(wanted)) {
            if (given.empty()) return std::nullopt;
            found.push_back({std::string(name_in(wanted)), url_decoded(given)});
        } else if (wanted != given) {
            return std::nullopt;
        }
    }
    return found;
}

const UrlParameter* parameter_named(const std::vector<UrlParameter>& parameters, std::string_view name) {
    const auto found = std::ranges::find(parameters, name, &UrlParameter::name);
    return found == parameters.end() ? nullptr : &*found;
}

}  // namespace

std::string_view Address::text(std::string_view name) const {
    const auto* parameter = parameter_named(m_parameters, name);
    return parameter ? std::string_view(parameter->value) : std::string_view{};
}

std::optional<std::int64_t> Address::number(std::string_view name) const { return text::to_integer(text(name)); }
std::optional<Date> Address::date(std::string_view name) const { return parse_date(text(name)); }

std::optional<Instant> Address::instant(std::string_view name) const {
    constexpr std::int64_t year_2100 = 4'102'444'800;
    const auto value = number(name);
    if (!value || *value < 0 || *value > year_2100) return std::nullopt;
    return instant_of(*value);
}

std::string Address::url_with(std::initializer_list<UrlParameter> changes) const {
    auto parameters = m_parameters;
    for (const auto& change : changes) {
        const auto found = std::ranges::find(parameters, change.name, &UrlParameter::name);
        if (found == parameters.end()) {
            parameters.push_back(change);
        } else {
            found->value = change.value;
        }
    }
    return url_of(m_place, parameters);
}

std::optional<Address> route_of(std::string_view url) {
    url = url.substr(0, url.find('#'));
    const auto question = url.find('?');
    auto path = url.substr(0, question);
    if (!path.starts_with('/') || path.starts_with("//")) return std::nullopt;
    if (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    for (const Route& route : routes) {
        auto parameters = match(route.pattern, path);
        if (!parameters) continue;
        if (question != std::string_view::npos)
            for (auto& parameter : query_of(url.substr(question + 1)))
                if (!parameter_named(*parameters, parameter.name)) parameters->push_back(std::move(parameter));
        return Address(route.place, std::move(*parameters));
    }
    return std::nullopt;
}

std::string url_of(Place place, const std::vector<UrlParameter>& parameters) {
    const std::string_view pattern = route_to(place).pattern;
    std::string url;
    for (std::string_view rest = pattern.substr(1); !rest.empty();) {
        const auto segment = next_segment(rest);
        url += '/';
        if (!is_placeholder(segment)) {
            url += segment;
        } else if (const auto* parameter = parameter_named(parameters, name_in(segment))) {
            url += url_encoded(parameter->value);
        }
    }
    if (url.empty()) url = "/";
    char separator = '?';
    for (const auto& parameter : parameters) {
        if (parameter.value.empty() || pattern.find("{" + parameter.name + "}") != std::string_view::npos) continue;
        url += separator;
        url += url_encoded(parameter.name) + "=" + url_encoded(parameter.value);
        separator = '&';
    }
    return url;
}

std::optional<std::string> own_address(std::string_view url) {
    const auto address = route_of(url);
    return address ? std::optional(address->url()) : std::nullopt;
}

}  // namespace loggia::portal
