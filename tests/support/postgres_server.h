#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

/// A PostgreSQL server for the tests of one program.
namespace loggia::testing {

/// Its data lie in a temporary folder, it listens on a socket in there and on no network, and it ends with the
/// program, however that ends. Whoever runs the tests as root runs the server as another user, because it refuses
/// root.
class PostgresServer {
public:
    /// Started by the first call; throws, saying what to install, where PostgreSQL is not.
    [[nodiscard]] static PostgresServer& running();

    PostgresServer(const PostgresServer&) = delete;
    ~PostgresServer();

    /// A connection string of an empty schema that nobody else has, and that is left to the server's end.
    [[nodiscard]] std::string new_database();

    /// Ends every connection there is but those of `psql`-like sessions made by this class: none stay open.
    void break_connections();
    /// Stops it at once, as a power cut would, and starts it again.
    void crash_and_restart();

private:
    PostgresServer();
    void start();
    void wait_until_ready() const;
    [[nodiscard]] std::string connection_string(const std::string& options) const;
    [[nodiscard]] int run(const std::vector<std::string>& words) const;
    [[nodiscard]] pid_t spawn(const std::vector<std::string>& words) const;

    std::filesystem::path m_binaries;
    std::filesystem::path m_folder;
    pid_t m_process = -1;
    int m_databases = 0;
};

}  // namespace loggia::testing
