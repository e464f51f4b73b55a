// How long one decision with its reason takes, over every model, role and permission, about a record within every
// reach and one within none. Prints; asserts nothing.
#include "core/policy/decide.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace loggia;
using namespace loggia::policy;

namespace {

constexpr PersonId me{1}, somebody{2};
constexpr int batches = 20;
constexpr int decisions_in_a_batch = 20;

std::vector<Actor> askers() {
    std::vector<Actor> everybody;
    for (const Model* model : all_models())
        for (const Column& column : model->columns()) {
            Actor& asker = everybody.emplace_back();
            asker.model = model;
            asker.roles = {column.role};
            asker.person = me;
        }
    return everybody;
}

/// The fastest batch: what it takes when no other program is in the way.
double nanoseconds_of(const Actor& asker, Permission permission, const Subject& subject) {
    auto fastest = std::chrono::steady_clock::duration::max();
    std::size_t roles_seen = 0;
    for (int batch = 0; batch < batches; ++batch) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < decisions_in_a_batch; ++i)
            roles_seen += decide(asker, permission, subject).reason.roles_with_it.empty() ? 0 : 1;
        fastest = std::min(fastest, std::chrono::steady_clock::now() - start);
    }
    if (roles_seen > std::size_t{batches} * decisions_in_a_batch) std::puts("impossible");
    return std::chrono::duration<double, std::nano>(fastest).count() / decisions_in_a_batch;
}

}  // namespace

int main() {
    const Subject mine{.client = me, .assigned_staff = me, .days_to_nearest_service = 0};
    const Subject theirs{.client = somebody, .assigned_staff = somebody};
    double spent[2]{};
    int count[2]{};
    for (const Actor& asker : askers())
        for (std::size_t row = 0; row < permission_count; ++row)
            for (const Subject* subject : {&mine, &theirs}) {
                const auto permission = static_cast<Permission>(row);
                const std::size_t outcome = decide(asker, permission, *subject).allowed ? 1 : 0;
                spent[outcome] += nanoseconds_of(asker, permission, *subject);
                ++count[outcome];
            }
#ifdef __wasm__
    const char* const target = "as wasm";
#else
    const char* const target = "native";
#endif
    std::printf("  %s: allowed %5.1f ns, refused %5.1f ns a decision with its reason, in the mean of %d and %d\n",
                target, spent[1] / count[1], spent[0] / count[0], count[1], count[0]);
    return 0;
}
