// Text in the scripts that the browser shapes, in sizes, weights and alignments, beside what our own font draws.
#include "ui/gallery/pages.h"

#include <array>

namespace loggia::ui::gallery {

namespace {

struct Sample {
    std::string_view language, words;
};

constexpr std::array samples{
    Sample{"sl",    "Žan Šušteršič igra klavir v Šiški."                                                        },
    Sample{"el",    "Η Ελένη παίζει πιάνο κάθε Τρίτη."                                                          },
    Sample{"ru",    "Дмитрий играет на скрипке по средам."                                                      },
    Sample{"ar",    "تعزف ليلى على البيانو كل يوم ثلاثاء (45 دقيقة)."                                           },
    Sample{"he",    "נועה מנגנת בפסנתר בכל יום שלישי."                                                          },
    Sample{"hi",    "प्रिया हर मंगलवार को पियानो बजाती है।"                                                        },
    Sample{"th",    "สมหญิงเล่นเปียโนทุกวันอังคาร"                                                                    },
    Sample{"ja",    "さくらは毎週火曜日に「ピアノ」を弾きます。"                                                },
    Sample{"zh",    "小明每个星期二弹钢琴。"                                                                    },
    Sample{"ko",    "민지는 화요일마다 피아노를 칩니다."                                                        },
    Sample{"emoji", "Family 👨‍👩‍👧‍👦, piano 🎹, waving 👋🏽, flag 🇸🇮, heart ❤️"},
};

class ScriptsPage final : public Exhibit {
public:
    void build(Page& page, Milliseconds) override;
};

void ScriptsPage::build(Page& page, Milliseconds) {
    for (const Sample& sample : samples) {
        const auto card = page.card({.key = sample.language, .gap = Space::small});
        page.text(sample.language, Text::caption);
        page.text(sample.words);
        page.text(sample.words, Text::large);
        page.text(sample.words, {.style = Text::small_muted, .align = Align::center});
        page.text(sample.words, {.style = Text::strong, .align = Align::end, .one_line = true});
        const auto line = page.row({.gap = Space::small});
        page.badge(sample.language, {.tone = Tone::green});
        static_cast<void>(
            page.button("press", sample.words.substr(0, sample.words.find(' ')), {.look = ButtonLook::primary}));
    }
}

}  // namespace

std::unique_ptr<Exhibit> make_scripts() { return std::make_unique<ScriptsPage>(); }

}  // namespace loggia::ui::gallery
