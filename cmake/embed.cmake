# loggia_embed(<target> NAME <symbol> FILE <path>): the file's bytes as `loggia::embedded::<symbol>`, a constexpr
# std::string_view that the target includes as "embedded/<symbol>.h".
function(loggia_embed target)
    cmake_parse_arguments(PARSE_ARGV 1 embed "" "NAME;FILE" "")
    get_filename_component(file "${embed_FILE}" ABSOLUTE)
    set(include "${CMAKE_CURRENT_BINARY_DIR}/embedded_include")
    set(header "${include}/embedded/${embed_NAME}.h")
    add_custom_command(OUTPUT "${header}"
        COMMAND "${LOGGIA_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/embed.py" "${embed_NAME}" "${file}" "${header}"
        DEPENDS "${file}" "${CMAKE_SOURCE_DIR}/cmake/embed.py" VERBATIM)
    target_sources(${target} PRIVATE "${header}")
    target_include_directories(${target} PRIVATE "${include}")
endfunction()

# The distribution's python: it is the one that tools/setup gives the fonttools.
find_program(LOGGIA_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
find_program(LOGGIA_PYTHON python3 REQUIRED NO_CMAKE_FIND_ROOT_PATH)
