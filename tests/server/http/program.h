#pragma once

#include <csignal>
#include <cstdint>
#include <string>
#include <vector>

#include <sys/types.h>

/// The real `loggia` program, as a process of its own.
namespace loggia::testing {

class Program {
public:
    explicit Program(const std::vector<std::string>& arguments);
    /// Kills it if it still runs.
    ~Program();
    Program(const Program&) = delete;

    /// Of `serve`: waits for the line that says it listens. Throws if it ends instead.
    [[nodiscard]] std::uint16_t listening_port();
    /// Sends the signal and waits; the exit code, or minus the signal that ended it.
    int stop(int signal);
    /// Waits for it to end by itself.
    int wait();

    [[nodiscard]] std::string output() const;
    [[nodiscard]] std::string errors() const;

private:
    pid_t m_process = -1;
    std::string m_output_path;
    std::string m_errors_path;
};

struct Outcome {
    int exit_code = 0;
    std::string output;
    std::string errors;
};
[[nodiscard]] Outcome run(const std::vector<std::string>& arguments);

}  // namespace loggia::testing
