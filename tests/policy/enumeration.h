#pragma once

#include "core/policy/decide.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

/// Everything that can be asked of a model: its roles alone and in pairs × permission × switches × what the record is
/// to the asker × whom it touches. interpreter.py goes the same way and answers from the tables alone.
namespace loggia::policy {

/// Those who can be asked about, each with the switches they are asked under.
[[nodiscard]] std::vector<Actor> askers_of(const Model& model);

/// What a record can be to the asker, each reach on both sides of its boundary.
[[nodiscard]] std::span<const Subject> records();

/// Nobody, then each role of the model.
[[nodiscard]] std::vector<RoleSet> targets_of(const Model& model);

using Listener = std::function<void(const Actor& asker, Permission permission, const Decision& decision)>;

/// One permission of one asker, for every record and target.
void ask_everything(const Actor& asker, Permission permission, const Listener& listener);

/// A decision in nine letters: its kind, the reach, the roles that may, the switch that is off, whom the asker may
/// touch, and who changes it. Sets are hexadecimal, a bit for each column.
[[nodiscard]] std::string letters_of(const Model& model, const Decision& decision);

/// "studio 3421440 0123456789abcdef": how many decisions, and a digest of all answers, reasons and sentences.
[[nodiscard]] std::string digest_of(const Model& model);

}  // namespace loggia::policy
