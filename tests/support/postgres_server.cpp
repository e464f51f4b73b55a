#include "support/postgres_server.h"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <thread>

namespace loggia::testing {

namespace {

namespace fs = std::filesystem;

constexpr const char* missing = "PostgreSQL is not installed: tools/setup test installs it (the Debian package "
                                "postgresql), or LOGGIA_POSTGRES names the folder of initdb and postgres";

/// Debian keeps each version in a folder of its own; the newest counts.
fs::path binaries() {
    if (const char* named = std::getenv("LOGGIA_POSTGRES")) return named;
    fs::path newest;
    int newest_version = 0;
    std::error_code none;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
        const int number = std::atoi(version.path().filename().c_str());
        if (number <= newest_version || !fs::exists(version.path() / "bin" / "initdb")) continue;
        newest_version = number;
        newest = version.path() / "bin";
    }
    if (newest.empty()) throw std::runtime_error{missing};
    return newest;
}

/// Nothing unless the program runs as root.
const passwd* other_user() {
    if (geteuid() != 0) return nullptr;
    const passwd* user = getpwnam("postgres");
    return user ? user : getpwnam("nobody");
}

/// The path of a socket has to fit in 107 bytes, so a long TMPDIR will not do.
fs::path new_folder() {
    std::string pattern = (fs::temp_directory_path() / "loggia-pg-XXXXXX").string();
    if (pattern.size() > 80) pattern = "/tmp/loggia-pg-XXXXXX";
    if (!mkdtemp(pattern.data())) throw std::runtime_error{"no temporary folder for PostgreSQL"};
    if (const passwd* user = other_user(); user && chown(pattern.c_str(), user->pw_uid, user->pw_gid) != 0)
        throw std::runtime_error{"the folder of PostgreSQL cannot be given to " + std::string{user->pw_name}};
    return pattern;
}

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using Session = std::unique_ptr<PGconn, Finish>;

}  // namespace

PostgresServer& PostgresServer::running() {
    static PostgresServer server;
    return server;
}

PostgresServer::PostgresServer() : m_binaries(binaries()), m_folder(new_folder()) {
    if (run({"initdb", "--pgdata", m_folder / "data", "--username", "loggia", "--auth", "trust", "--encoding", "UTF8",
             "--locale", "C.UTF-8", "--no-sync"}) != 0)
        throw std::runtime_error{"initdb failed: " + (m_folder / "log").string()};
    start();
}

PostgresServer::~PostgresServer() {
    if (m_process > 0) {
        kill(m_process, SIGINT);
        waitpid(m_process, nullptr, 0);
    }
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

void PostgresServer::start() {
    // What a power cut does is not tested here, so nothing has to wait for the disk.
    m_process = spawn({"postgres", "-D", m_folder / "data", "-k", m_folder, "-c", "listen_addresses=", "-c",
                       "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200", "-c",
                       "deadlock_timeout=200", "-c", "shared_buffers=64MB"});
    wait_until_ready();
}

std::string PostgresServer::connection_string(const std::string& options) const {
    return "postgres://loggia@/postgres?host=" + m_folder.string() + options;
}

void PostgresServer::wait_until_ready() const {
    for (int attempt = 0; attempt < 1000; ++attempt) {
        if (PQping(connection_string("").c_str()) == PQPING_OK) return;
        if (waitpid(m_process, nullptr, WNOHANG) == m_process) break;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    throw std::runtime_error{"PostgreSQL does not start: " + (m_folder / "log").string()};
}

std::string PostgresServer::new_database() {
    const std::string schema = "test" + std::to_string(++m_databases);
    const Session session{PQconnectdb(connection_string("").c_str())};
    PQclear(PQexec(session.get(), ("CREATE SCHEMA " + schema).c_str()));
    return connection_string("&options=-csearch_path%3D" + schema);
}

void PostgresServer::break_connections() {
    const Session session{PQconnectdb(connection_string("").c_str())};
    PQclear(PQexec(session.get(), "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                  "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"));
}

void PostgresServer::crash_and_restart() {
    kill(m_process, SIGQUIT);
    waitpid(m_process, nullptr, 0);
    start();
}

int PostgresServer::run(const std::vector<std::string>& words) const {
    int status = -1;
    waitpid(spawn(words), &status, 0);
    return status;
}

pid_t PostgresServer::spawn(const std::vector<std::string>& words) const {
    const std::string program = (m_binaries / words.front()).string();
    const std::string log = (m_folder / "log").string();
    const passwd* user = other_user();
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t process = fork();
    if (process != 0) return process;
    // Only what may be called between fork and exec.
    if (user && (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)) _exit(126);
    prctl(PR_SET_PDEATHSIG, SIGINT);
    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    if (chdir("/") != 0) _exit(126);
    execv(program.c_str(), arguments.data());
    _exit(127);
}

}  // namespace loggia::testing
