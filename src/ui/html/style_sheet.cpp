// The one style sheet of the HTML pages. Colours are the tokens of web/style.css.
#include "ui/html/classes.h"
#include "ui/html/scales.h"
#include "ui/text_measure.h"
#include "ui/theme.h"

#include <cstdio>

namespace loggia::ui::html {

namespace {

// What does not follow from a scale: flow, marks, native controls.
constexpr std::string_view fixed_rules = R"(
#page{display:flex;flex-direction:column;min-height:100vh;overflow-wrap:break-word}
:where(#page) *{box-sizing:border-box}
:where(#page) :is(h1,h2,h3,h4,h5,h6,p,dialog,fieldset){margin:0;padding:0;border:0;font:inherit}
:where(#page) :is(a,button){font:inherit;color:inherit;text-decoration:none;text-align:inherit;border:0;padding:0;
background-color:transparent;cursor:pointer}
:where(#page) :is(p,label) a{text-decoration:underline}
#page [aria-disabled=true]{cursor:default}
#page :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
#page [hidden]{display:none}
.c{display:flex;flex-direction:column}.r{display:flex;align-items:center}
.w{display:flex;flex-wrap:wrap;align-items:center}
.q{display:flex}.l{display:grid}.l>*{grid-area:1/1}
.l>:nth-child(n+2){pointer-events:none}.l>:nth-child(n+2)>*{pointer-events:auto}
.as{align-items:flex-start}.ax{align-items:stretch}.ac{align-items:center}.ae{align-items:flex-end}
.jc{justify-content:center}.je{justify-content:flex-end}.jb{justify-content:space-between}
.f{flex:1 1 0;min-width:0}.fw{width:100%}.fh{flex-grow:1}.hug{align-self:flex-start}
.n{white-space:nowrap}.tc{text-align:center}.te{text-align:end}
.ic{font-family:Icons;font-weight:400;line-height:1;flex:none;display:flex;align-items:center;
justify-content:center}
.av{font-weight:600;flex:none;display:flex;align-items:center;justify-content:center}
.dots{font-size:10px;line-height:5px;text-align:center;letter-spacing:1px}
.mark{width:20px;height:20px;flex:none;border-radius:50%}
.mark.on{box-shadow:inset 0 0 0 6px var(--brand),inset 0 0 0 20px var(--on-brand)!important}
.hid{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.la{border-top:1px solid var(--line)!important}.lb{border-bottom:1px solid var(--line)!important}
.ll{border-inline-start:1px solid var(--line)!important}.lr{border-inline-end:1px solid var(--line)!important}
.sh1{filter:drop-shadow(0 1px 2px rgb(15 23 42/.06))}.sh2,.sh3{box-shadow:0 4px 16px rgb(15 23 42/.18)!important}
.edit{width:100%;min-height:48px;padding:0 14px;border:1px solid var(--field-line);border-radius:10px;
background:var(--surface);color:var(--ink);font:400 16px/24px Inter,system-ui,sans-serif}
textarea.edit{min-height:96px;padding:11px 14px}.edit[aria-invalid]{border-color:var(--red)}
.edit::placeholder{color:var(--muted);opacity:1}.edit:disabled{background:var(--sunken);color:var(--muted)}
.choice{cursor:pointer}.choice>input{width:20px;height:20px;margin:0;flex:none;accent-color:var(--brand)}
.bar{display:block;width:100%;height:4px;border:0;appearance:none;background:var(--line)}
.bar::-webkit-progress-bar{background:var(--line)}.bar::-webkit-progress-value{background:var(--brand)}
.bar::-moz-progress-bar{background:var(--brand)}
#page dialog{color:inherit;background:var(--surface)}
.xl{position:fixed;inset-block:0;inset-inline-start:0;overflow:auto;width:216px}
#page:has(>.xl)>:not(.xl){margin-inline-start:216px}
.xr{position:fixed;inset-block:0;inset-inline-end:0;overflow:auto}
#page:has(>.xr)>:not(.xl,.xr){margin-inline-end:320px}
.xb{position:sticky;bottom:0;z-index:2}
.xt{position:fixed;bottom:24px;inset-inline:16px;margin-inline:auto;width:fit-content;z-index:4}
.xc{position:fixed;inset:0;margin:auto!important;height:fit-content;max-width:94vw;max-height:92vh;overflow:auto;
z-index:3}
.xs{position:fixed;inset-block:0;inset-inline-start:auto;inset-inline-end:0;height:100%;max-width:100vw;
min-width:min(100vw,400px);overflow:auto;z-index:3}
#page [inert]{opacity:.55}
@media(scripting:none){.wait{display:none!important}}
@media(max-width:699px){.q{flex-direction:column}.q>*{flex:none;width:100%}.r{flex-wrap:wrap}
.xl,.xr{position:static;width:auto}#page:has(>.xl)>:not(.xl),#page:has(>.xr)>:not(.xl,.xr){margin-inline:0}}
@media(forced-colors:active){#page :is(button,.edit,dialog){border:1px solid}
#page [aria-pressed=true],#page [aria-checked=true]{outline:3px solid Highlight}}
@media print{.xl,.xb,#page button{display:none}}
)";

struct ScaledRule {
    std::string_view prefix, before, after;  // "p" "padding:" "px": .p8{padding:8px}
};

constexpr std::array distance_rules{
    ScaledRule{"p",   "padding:",              "px"},
    ScaledRule{"px",  "padding-inline:",       "px"},
    ScaledRule{"py",  "padding-block:",        "px"},
    ScaledRule{"ps",  "padding-inline-start:", "px"},
    ScaledRule{"pe",  "padding-inline-end:",   "px"},
    ScaledRule{"pt",  "padding-top:",          "px"},
    ScaledRule{"pb",  "padding-bottom:",       "px"},
    ScaledRule{"gap", "gap:",                  "px"},
    ScaledRule{"lg",  "row-gap:",              "px"},
};
constexpr std::array size_rules{
    ScaledRule{"wd", "flex:none;max-width:100%;width:", "px"},
    ScaledRule{"ht", "height:",                         "px"},
    ScaledRule{"nh", "min-height:",                     "px"},
    ScaledRule{"nw", "flex-basis:",                     "px"},
    ScaledRule{"mw", "max-width:",                      "px"},
};

void append(std::string& sheet, const ScaledRule& rule, int number, std::string_view value) {
    sheet.append(".").append(rule.prefix).append(std::to_string(number)).append("{").append(rule.before);
    sheet.append(value).append(rule.after).append("}");
}

template <std::size_t rules>
void append_scale(std::string& sheet, const std::array<ScaledRule, rules>& scaled, std::span<const int> scale) {
    for (const ScaledRule& rule : scaled)
        for (const int step : scale) append(sheet, rule, step, std::to_string(step));
    sheet += '\n';
}

void append_colours(std::string& sheet) {
    constexpr std::array uses{
        ScaledRule{"b", "background-color:var(--",              ")"},
        ScaledRule{"i", "color:var(--",                         ")"},
        ScaledRule{"o", "box-shadow:inset 0 0 0 1px var(--",    ")"},
        ScaledRule{"e", "border-inline-start:4px solid var(--", ")"},
    };
    for (int i = 1; i < colour_count; ++i) {
        const std::string_view name = token(static_cast<Colour>(i));
        for (const ScaledRule& use : uses) append(sheet, use, i, name);
        const std::string number = std::to_string(i);
        sheet.append(".o").append(number).append(".ow{box-shadow:inset 0 0 0 2px var(--").append(name).append(")}");
        sheet.append(":where(#page) :is(a,button):not([aria-disabled]).h").append(number);
        sheet.append(":hover{background-color:var(--").append(name).append(")}");
    }
    sheet += '\n';
}

void append_texts(std::string& sheet) {
    for (int i = 0; i < text_styles; ++i) {
        const TextShape shape = shape_of(static_cast<Text>(i));
        const std::string number = std::to_string(i);
        sheet.append(".t").append(number).append("{font-size:");
        sheet.append(std::to_string(static_cast<int>(shape.size))).append("px;line-height:");
        sheet.append(std::to_string(static_cast<int>(shape.line))).append("px;font-weight:");
        sheet.append(shape.semibold ? "600" : "400").append("}");
        // An ink of its own is said by a class of its own, which this must not outweigh.
        sheet.append(":where(.t").append(number).append("){color:var(--").append(token(shape.colour)).append(")}");
    }
    sheet += '\n';
}

std::string hex(Rgba colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.r, colour.g, colour.b);
    return text.data();
}

// What the business's own colour changes of the tokens in style.css, whichever scheme is seen.
void append_brand(std::string& sheet, std::uint32_t brand, Scheme light, Scheme dark) {
    const Palette plain_light = palette_of(light), plain_dark = palette_of(dark);
    const Palette own_light = branded(brand, light), own_dark = branded(brand, dark);
    sheet.append(":root:root{");
    for (std::size_t i = 1; i < own_light.size(); ++i) {
        if (own_light[i] == plain_light[i] && own_dark[i] == plain_dark[i]) continue;
        sheet.append("--").append(token(static_cast<Colour>(i))).append(":light-dark(").append(hex(own_light[i]));
        sheet.append(",").append(hex(own_dark[i])).append(");");
    }
    sheet.append("}");
}

}  // namespace

std::string style_sheet(std::uint32_t brand) {
    std::string sheet(fixed_rules.substr(1));
    sheet.reserve(32 * 1024);
    append_scale(sheet, distance_rules, distances);
    append_scale(sheet, size_rules, sizes);
    append_scale(sheet,
                 std::array{
                     ScaledRule{"rd", "border-radius:", "px"}
    },
                 radii);
    append_scale(sheet,
                 std::array{
                     ScaledRule{"z", "font-size:", "px"}
    },
                 glyphs);
    for (int i = 1; i <= most_columns; ++i) {
        const std::string number = std::to_string(i);
        sheet.append(".g")
            .append(number)
            .append("{display:grid;grid-template-columns:repeat(")
            .append(number)
            .append(",minmax(0,1fr))}");
    }
    for (int i = 1; i <= shares; ++i) append(sheet, {"s", "min-width:0;flex:", " 1 0"}, i, std::to_string(i));
    sheet += '\n';
    append_colours(sheet);
    append_texts(sheet);
    if (brand == 0) return sheet;
    append_brand(sheet, brand, Scheme::light, Scheme::dark);
    sheet += "\n@media(prefers-contrast:more){";
    append_brand(sheet, brand, Scheme::light_contrast, Scheme::dark_contrast);
    sheet += "}\n";
    return sheet;
}

}  // namespace loggia::ui::html
