#include "server/storage/sql_state.h"

#include <algorithm>
#include <array>

namespace loggia::storage {

namespace {

struct Meaning {
    std::string_view begins;  ///< a whole state, or its class
    FailureKind kind;
};

// The first that fits counts.
// clang-format off
constexpr std::array meanings{
    Meaning{"23505", FailureKind::unique},  // unique_violation
    Meaning{"40003", FailureKind::lost  },  // statement_completion_unknown: CockroachDB's word for a lost COMMIT
    Meaning{"40",    FailureKind::retry },  // serialization_failure, deadlock_detected
    Meaning{"55P03", FailureKind::retry },  // lock_not_available: lock_timeout
    Meaning{"25P03", FailureKind::lost  },  // idle_in_transaction_session_timeout
    Meaning{"57014", FailureKind::busy  },  // query_canceled: statement_timeout
    Meaning{"57P",   FailureKind::lost  },  // admin_shutdown, crash_shutdown, cannot_connect_now
    Meaning{"08",    FailureKind::lost  },  // connection exceptions
    Meaning{"53300", FailureKind::lost  },  // too_many_connections: none was made
    Meaning{"53200", FailureKind::busy  },  // out_of_memory
    Meaning{"53",    FailureKind::full  },  // disk_full
    Meaning{"58",    FailureKind::io    },  // system errors
    Meaning{"XX001", FailureKind::io    },  // data_corrupted
    Meaning{"XX002", FailureKind::io    },  // index_corrupted
    Meaning{"22021", FailureKind::text  },  // character_not_in_repertoire
};
// clang-format on

}  // namespace

FailureKind kind_of_sql_state(std::string_view state) {
    const auto found =
        std::ranges::find_if(meanings, [&](const Meaning& each) { return state.starts_with(each.begins); });
    return found == meanings.end() ? FailureKind::bug : found->kind;
}

}  // namespace loggia::storage
