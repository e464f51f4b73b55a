// Fields to type in and lists to choose from. The browser shows and edits them; the kit draws only what stands around
// them, and their value while a dialog veils them.
#include "ui/page.h"
#include "ui/widgets/field_parts.h"

#include "icons.generated.h"

#include <array>

namespace loggia::ui {

namespace {

struct TypeWords {
    std::string_view type, inputmode;
};

TypeWords words_of(FieldType type) {
    switch (type) {
    case FieldType::text: return {"text", ""};
    case FieldType::email: return {"email", "email"};
    case FieldType::tel: return {"tel", "tel"};
    case FieldType::password: return {"password", ""};
    case FieldType::search: return {"search", "search"};
    case FieldType::url: return {"url", "url"};
    case FieldType::number: return {"text", "decimal"};
    case FieldType::one_time_code: return {"text", "numeric"};
    case FieldType::date: return {"date", ""};
    case FieldType::time: return {"time", ""};
    }
    return {"text", ""};
}

}  // namespace

void Page::field_label(std::string_view label, NodeId field) {
    Node& node = add(Role::label, {}, label);
    node.name = keep(label);
    node.look.mark = Mark::text;
    node.look.text = Text::small;
    attribute(Attribute::label_for, keep_number(field));
}

void Page::field_words(std::string_view hint, std::string_view error) {
    if (!error.empty()) {
        text(error, {.style = Text::error, .key = "error"});
    } else if (!hint.empty()) {
        text(hint, {.style = Text::caption, .key = "error"});
    }
}

bool Page::text_field(std::string_view key, std::string_view label, std::string& value, const FieldSpec& spec) {
    const Scope box = keyed(key);
    here().layout.width = fill();
    here().layout.gap = 6;
    const NodeId id = id_of("field");
    if (!spec.hide_label) field_label(label, id);
    const std::string* typed = m_events.text(id);
    const bool changed = typed != nullptr && *typed != value;
    if (changed) value = *typed;

    const bool reveals = spec.reveal && spec.type == FieldType::password;
    if (reveals && m_events.clicked(id_of("reveal"))) memory(id) = 1 - memory(id);
    const bool revealed = reveals && memory(id) != 0;
    {
        const Scope layers = stack();
        here().layout.flow = Flow::layers;
        input_node(key, label, value, spec, revealed);
        if (reveals) {
            const Scope end = field_end(*this);
            icon_button("reveal", revealed ? icon::eye_off : icon::eye,
                        revealed ? m_words.hide_password : m_words.show_password, {.look = ButtonLook::ghost});
        }
    }
    field_words(spec.hint, spec.error);
    return changed;
}

void Page::input_node(std::string_view key, std::string_view label, std::string_view value, const FieldSpec& spec,
                      bool revealed) {
    Node& node = add(spec.multiline ? Role::text_area : Role::field, "field");
    dress_field(node, !spec.error.empty());
    node.key = keep(key);
    if (spec.multiline) node.layout.height = px(96);
    node.value = keep(value);
    node.flags |= when(spec.required, Flag::required) | when(spec.disabled, Flag::disabled) |
                  when(spec.reveal, Flag::reveals) | when(spec.multiline, Flag::multiline);
    const TypeWords words = words_of(spec.type);
    if (!spec.multiline) attribute(Attribute::type, revealed ? "text" : words.type);
    if (!words.inputmode.empty()) attribute(Attribute::inputmode, words.inputmode);
    attribute(Attribute::name, spec.name.empty() ? key : spec.name);
    const bool code = spec.type == FieldType::one_time_code && spec.autocomplete.empty();
    if (code || !spec.autocomplete.empty())
        attribute(Attribute::autocomplete, code ? "one-time-code" : spec.autocomplete);
    if (!spec.placeholder.empty()) attribute(Attribute::placeholder, spec.placeholder);
    if (!spec.enter_key.empty()) attribute(Attribute::enterkeyhint, spec.enter_key);
    if (spec.max_length > 0) attribute(Attribute::max_length, keep_number(spec.max_length));
    if (!spec.minimum.empty()) attribute(Attribute::minimum, spec.minimum);
    if (!spec.maximum.empty()) attribute(Attribute::maximum, spec.maximum);
    if (!spec.step.empty()) attribute(Attribute::step, spec.step);
    if (spec.hide_label) attribute(Attribute::label, label);
    if (!spec.error.empty() || !spec.hint.empty()) attribute(Attribute::described_by, keep_number(id_of("error")));
}

bool Page::select(std::string_view key, std::string_view label, std::string& value, std::span<const Option> options,
                  const SelectSpec& spec) {
    const Scope ids = keyed(key);
    here().layout.width = fill();
    here().layout.gap = 6;
    const NodeId id = id_of("field");
    if (!spec.hide_label) field_label(label, id);
    const NodeId words_id = id_of("error");
    const std::string* chosen = m_events.text(id);
    const bool changed = chosen != nullptr && *chosen != value;
    if (changed) value = *chosen;
    {
        const Scope box = open(Role::select, "field");
        Node& node = here();
        dress_field(node, !spec.error.empty());
        node.key = keep(key);
        node.value = keep(value);
        node.flags |= when(spec.required, Flag::required) | when(spec.disabled, Flag::disabled);
        attribute(Attribute::name, spec.name.empty() ? key : spec.name);
        if (!spec.autocomplete.empty()) attribute(Attribute::autocomplete, spec.autocomplete);
        if (spec.hide_label) attribute(Attribute::label, label);
        if (!spec.error.empty() || !spec.hint.empty()) attribute(Attribute::described_by, keep_number(words_id));
        options_of(options, value);
    }
    field_words(spec.hint, spec.error);
    return changed;
}

void Page::options_of(std::span<const Option> options, std::string_view value) {
    std::optional<Scope> group;
    std::string_view open_group;
    for (const Option& option : options) {
        if (option.group != open_group) group.reset();
        if (option.group != open_group && !option.group.empty()) {
            group.emplace(open(Role::option_group, option.group));
            here().value = keep(option.group);
        }
        open_group = option.group;
        Node& item = add(Role::option, {}, option.key);
        item.name = keep(option.label);
        item.value = keep(option.key);
        item.flags |= when(option.key == value, Flag::selected);
    }
}

}  // namespace loggia::ui
