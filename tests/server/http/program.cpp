#include "server/http/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace loggia::testing {

namespace {

std::string temporary_file() {
    std::string pattern = (std::filesystem::temp_directory_path() / "loggia-output-XXXXXX").string();
    const int descriptor = ::mkstemp(pattern.data());
    if (descriptor >= 0) ::close(descriptor);
    return pattern;
}

std::string content_of(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments)
    : m_output_path(temporary_file()), m_errors_path(temporary_file()) {
    std::vector<char*> words;
    std::string name = LOGGIA_PROGRAM;
    words.push_back(name.data());
    std::vector<std::string> copies = arguments;
    for (auto& argument : copies) words.push_back(argument.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, m_output_path.c_str(), O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, m_errors_path.c_str(), O_WRONLY, 0);
    const int failure = posix_spawn(&m_process, LOGGIA_PROGRAM, &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failure != 0) throw std::runtime_error("cannot start " LOGGIA_PROGRAM);
}

Program::~Program() {
    if (m_process > 0) stop(SIGKILL);
    std::filesystem::remove(m_output_path);
    std::filesystem::remove(m_errors_path);
}

std::uint16_t Program::listening_port() {
    for (int attempt = 0; attempt < 600; ++attempt) {
        const std::string text = output();
        if (text.ends_with('\n')) {
            const std::size_t colon = text.rfind(':');
            return static_cast<std::uint16_t>(std::stoi(text.substr(colon + 1)));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    throw std::runtime_error("the server does not start: " + errors());
}

int Program::stop(int signal) {
    ::kill(m_process, signal);
    return wait();
}

int Program::wait() {
    int status = 0;
    ::waitpid(m_process, &status, 0);
    m_process = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string Program::output() const { return content_of(m_output_path); }
std::string Program::errors() const { return content_of(m_errors_path); }

Outcome run(const std::vector<std::string>& arguments) {
    Program program(arguments);
    const int exit_code = program.wait();
    return {exit_code, program.output(), program.errors()};
}

}  // namespace loggia::testing
