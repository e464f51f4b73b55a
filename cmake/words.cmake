# The portal's phrases as C++ and every language's texts as a file; `loggia::words` brings the headers.
set(words "${CMAKE_BINARY_DIR}/words")
set(make_words "${CMAKE_SOURCE_DIR}/tools/make_words.py")
file(GLOB string_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/strings/*.json")
set(LOGGIA_LANGUAGES "")
set(LOGGIA_WORD_FILES "")
foreach(file IN LISTS string_files)
    get_filename_component(language "${file}" NAME_WE)
    list(APPEND LOGGIA_LANGUAGES "${language}")
    list(APPEND LOGGIA_WORD_FILES "${words}/${language}.words")
endforeach()
set(word_headers "${words}/phrases.generated.h" "${words}/languages.generated.h")
add_custom_command(OUTPUT ${LOGGIA_WORD_FILES} ${word_headers}
    COMMAND "${LOGGIA_PYTHON}" "${make_words}" "${CMAKE_SOURCE_DIR}/assets/strings" "${words}"
    DEPENDS ${string_files} "${make_words}" VERBATIM)
add_custom_target(loggia_word_files ALL DEPENDS ${LOGGIA_WORD_FILES} ${word_headers})

add_library(loggia_words INTERFACE)
target_include_directories(loggia_words INTERFACE "${words}")
add_dependencies(loggia_words loggia_word_files)
add_library(loggia::words ALIAS loggia_words)
