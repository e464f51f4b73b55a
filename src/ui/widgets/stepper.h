// Where one is in a task of several steps.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct TaskStep {
    std::string_view key, label;
    std::string_view href{};  // a step that is done may lead back to its page
};

// `current` counts from 0; steps before it are done. A phone shows the words of the current step only.
void stepper(Page& page, std::string_view name, std::span<const TaskStep> steps, std::size_t current);

}  // namespace loggia::ui
