#include "ui/widgets/file_picker.h"

#include "ui/fold.h"

#include "icons.generated.h"

#include <algorithm>

namespace loggia::ui {

namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool accepted_by(std::string_view one, std::string_view name, std::string_view type) {
    if (one.starts_with('.')) return folded(name).ends_with(folded(one));
    if (one.ends_with("/*")) return type.starts_with(one.substr(0, one.size() - 1));
    return one == type;
}

// Why a file cannot be taken; empty when it can.
std::string trouble_of(const Words& words, const ChosenFile& file, const FileSpec& spec) {
    if (!accepts(spec.accept, file.name, file.type)) return said(words.file_of_wrong_kind, file.name);
    if (file.size > spec.largest)
        return said(words.file_too_large, file.name, size_text(spec.largest, words.decimal_mark));
    return {};
}

// Takes what was chosen and can be used; the rest is refused in `trouble`.
void take_chosen(Page& page, NodeId picker, std::vector<PickedFile>& files, const FileSpec& spec, FileAnswer& answer,
                 std::string& trouble) {
    for (const auto& [id, file] : page.events().files()) {
        if (id != picker || !spec.disabled_reason.empty()) continue;
        trouble = trouble_of(page.words(), file, spec);
        if (!trouble.empty()) {
            answer.released.push_back(file.file);
            continue;
        }
        if (!spec.several) {
            for (const PickedFile& old : files) answer.released.push_back(old.file.file);
            files.clear();
        }
        files.push_back({file, -1});
        answer.changed = true;
    }
}

void zone(Page& page, std::string_view label, const FileSpec& spec, std::string_view error) {
    const NodeId words = page.id_of("error");
    const Scope scope = page.open(Role::file, "field");
    const bool disabled = !spec.disabled_reason.empty();
    Node& node = page.here();
    node.flags |= when(disabled, Flag::disabled) | when(!error.empty(), Flag::invalid);
    node.layout.width = fill();
    node.layout.padding = all(16);
    node.layout.gap = 4;
    node.layout.align = Align::center;
    node.layout.min_height = 96;
    node.layout.justify = Justify::center;
    node.look.fill = disabled ? Colour::ground : Colour::surface;
    node.look.border = !error.empty() ? Colour::red : Colour::field_line;
    node.look.radius = 12;
    node.look.hover_fill = Colour::hover;
    page.attribute(Attribute::label, label);
    if (!spec.accept.empty()) page.attribute(Attribute::accept, spec.accept);
    if (spec.several) page.attribute(Attribute::multiple, "");
    if (!error.empty() || !spec.hint.empty() || disabled)
        page.attribute(Attribute::described_by, page.keep_number(words));
    page.icon(icon::upload, disabled ? Colour::faint : Colour::brand, 24);
    page.text(spec.several ? page.words().choose_files : page.words().choose_file,
              {.style = Text::small_strong, .align = Align::center});
    page.last().look.ink = disabled ? Colour::muted : Colour::brand_ink;
}

// Returns whether it is to be taken off the list.
bool row(Page& page, const PickedFile& picked) {
    const Scope line = page.open(Role::list_item, page.keep_number(picked.file.file));
    page.here().layout.flow = Flow::row;
    page.here().layout.align = Align::center;
    page.here().layout.gap = 12;
    page.here().layout.padding = {12, 8, 4, 8};
    page.here().look.fill = Colour::surface;
    page.here().look.border = Colour::line;
    page.here().look.radius = 10;
    page.icon(picked.file.type.starts_with("image/") ? icon::image : icon::file_text);
    {
        const Scope words = page.stack({.gap = Space::hair, .grow = true});
        page.text(picked.file.name, {.style = Text::small, .one_line = true});
        page.text(size_text(picked.file.size, page.words().decimal_mark), Text::caption);
        if (picked.percent >= 0) page.progress(picked.file.name, picked.percent);
    }
    return page.icon_button("remove", icon::x, said(page.words().remove, picked.file.name),
                            {.look = ButtonLook::ghost});
}

}  // namespace

bool accepts(std::string_view accept, std::string_view name, std::string_view type) {
    if (trimmed(accept).empty()) return true;
    for (std::size_t from = 0; from <= accept.size();) {
        const std::size_t to = std::min(accept.find(',', from), accept.size());
        const std::string_view one = trimmed(accept.substr(from, to - from));
        if (!one.empty() && accepted_by(one, name, type)) return true;
        from = to + 1;
    }
    return false;
}

std::string size_text(std::int64_t bytes, std::string_view decimal_mark) {
    if (bytes < 1000) return std::to_string(bytes) + " B";
    std::int64_t tenths = bytes / 100;
    std::string_view unit = " KB";
    for (const std::string_view larger : {" MB", " GB"}) {
        if (tenths < 10'000) break;
        tenths /= 1000;
        unit = larger;
    }
    std::string text = std::to_string(tenths / 10);
    if (tenths < 100 && tenths % 10 != 0) text += std::string{decimal_mark} + std::to_string(tenths % 10);
    return text + std::string{unit};
}

FileAnswer file_picker(Page& page, std::string_view key, std::string_view label, std::vector<PickedFile>& files,
                       const FileSpec& spec) {
    FileAnswer answer;
    const Scope box = page.keyed(key);
    page.here().layout.width = fill();
    page.here().layout.gap = 6;
    const NodeId picker = page.id_of("field");
    std::string& trouble = page.memory_text(picker);
    if (!page.events().files().empty()) trouble.clear();
    take_chosen(page, picker, files, spec, answer, trouble);
    if (!trouble.empty() && !page.events().empty()) page.announce(trouble, Priority::assertive);

    page.text(label, Text::small);
    const std::string_view error = trouble.empty() ? spec.error : std::string_view{trouble};
    zone(page, label, spec, error);
    page.field_words(spec.disabled_reason.empty() ? spec.hint : spec.disabled_reason, error);
    if (files.empty()) return answer;
    const Scope list = page.open(Role::list, "files");
    page.attribute(Attribute::label, label);
    page.here().layout.gap = 8;
    std::erase_if(files, [&](const PickedFile& picked) {
        if (!row(page, picked)) return false;
        answer.released.push_back(picked.file.file);
        answer.changed = true;
        page.focus_id(picker);
        return true;
    });
    return answer;
}

}  // namespace loggia::ui
