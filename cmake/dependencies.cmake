# Everything third-party. tools/setup puts the sources below into LOGGIA_DEPENDENCIES; the rest is the distribution's.
set(LOGGIA_DEPENDENCIES "$ENV{LOGGIA_DEPENDENCIES}" CACHE PATH "Third-party sources, prepared by tools/setup")
if(NOT LOGGIA_DEPENDENCIES)
    set(LOGGIA_DEPENDENCIES "${LOGGIA_CACHE}/dependencies" CACHE PATH "" FORCE)
endif()
foreach(part imgui/imgui.cpp catch2/src sqlite/sqlite3.c json/include/nlohmann/json.hpp)
    if(NOT EXISTS "${LOGGIA_DEPENDENCIES}/${part}")
        message(FATAL_ERROR "${LOGGIA_DEPENDENCIES}/${part} is missing: run tools/setup")
    endif()
endforeach()

# Dear ImGui without any of its back ends: the kit in src/ui feeds it and src/platform draws its lists.
set(imgui "${LOGGIA_DEPENDENCIES}/imgui")
add_library(loggia_imgui STATIC EXCLUDE_FROM_ALL
    "${imgui}/imgui.cpp" "${imgui}/imgui_draw.cpp" "${imgui}/imgui_tables.cpp" "${imgui}/imgui_widgets.cpp")
target_include_directories(loggia_imgui SYSTEM PUBLIC "${imgui}")
target_include_directories(loggia_imgui PRIVATE "${CMAKE_SOURCE_DIR}/src")
if(EXISTS "${CMAKE_SOURCE_DIR}/src/ui/paint/imgui_config.h")
    target_compile_definitions(loggia_imgui PUBLIC "IMGUI_USER_CONFIG=\"ui/paint/imgui_config.h\"")
endif()
add_library(loggia::imgui ALIAS loggia_imgui)

add_library(loggia_json INTERFACE)
target_include_directories(loggia_json SYSTEM INTERFACE "${LOGGIA_DEPENDENCIES}/json/include")
add_library(loggia::json ALIAS loggia_json)

if(LOGGIA_TESTS)
    set(catch2 "${LOGGIA_DEPENDENCIES}/catch2/src")
    file(GLOB_RECURSE catch2_sources "${catch2}/catch2/*.cpp")
    add_library(loggia_catch2 STATIC EXCLUDE_FROM_ALL ${catch2_sources})
    # Catch2's own build writes this file from a template of configuration switches; the defaults serve us.
    file(WRITE "${CMAKE_BINARY_DIR}/generated/catch2/catch2/catch_user_config.hpp" "#pragma once\n#define CATCH_CONFIG_DEFAULT_REPORTER \"console\"\n#define CATCH_CONFIG_CONSOLE_WIDTH 110\n")
    # One hundred small files that include each other's headers: compiled together they take a tenth of the time.
    set_target_properties(loggia_catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 50)
    target_compile_options(loggia_catch2 PRIVATE -w -g0)
    target_include_directories(loggia_catch2 SYSTEM PUBLIC "${catch2}" "${CMAKE_BINARY_DIR}/generated/catch2")
    add_library(Catch2::Catch2WithMain ALIAS loggia_catch2)
endif()

if(EMSCRIPTEN)
    return()
endif()

add_library(loggia_sqlite STATIC EXCLUDE_FROM_ALL "${LOGGIA_DEPENDENCIES}/sqlite/sqlite3.c")
target_include_directories(loggia_sqlite SYSTEM PUBLIC "${LOGGIA_DEPENDENCIES}/sqlite")
target_compile_definitions(loggia_sqlite PUBLIC SQLITE_DQS=0 SQLITE_THREADSAFE=2 SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_ENABLE_STAT4)
# Instrumenting 250,000 lines that SQLite's authors test better than we could would only slow every test down.
target_compile_options(loggia_sqlite PRIVATE -w -O2 -fno-sanitize=all)
target_link_libraries(loggia_sqlite PUBLIC ${CMAKE_DL_LIBS} m)
add_library(loggia::sqlite ALIAS loggia_sqlite)

# loggia_system_library(NAME HEADER LIBRARY...): a distribution's library as the target loggia::NAME.
function(loggia_system_library name header)
    find_path(LOGGIA_${name}_INCLUDE "${header}" PATH_SUFFIXES postgresql REQUIRED)
    add_library(loggia_${name} INTERFACE)
    target_include_directories(loggia_${name} SYSTEM INTERFACE "${LOGGIA_${name}_INCLUDE}")
    foreach(library IN LISTS ARGN)
        find_library(LOGGIA_LIB_${library} "${library}" REQUIRED)
        target_link_libraries(loggia_${name} INTERFACE "${LOGGIA_LIB_${library}}")
    endforeach()
    add_library(loggia::${name} ALIAS loggia_${name})
endfunction()

find_package(Threads REQUIRED)
loggia_system_library(sodium sodium.h sodium)
loggia_system_library(openssl openssl/ssl.h ssl crypto)
loggia_system_library(postgres libpq-fe.h pq)
loggia_system_library(curl curl/curl.h curl)
loggia_system_library(qrencode qrencode.h qrencode)
if(LOGGIA_TESTS)
    loggia_system_library(rapidcheck rapidcheck.h rapidcheck)
endif()

# Asio and Beast are compiled once instead of in every file that includes them.
find_package(Boost 1.81 REQUIRED)
if(Boost_VERSION VERSION_GREATER_EQUAL 1.86 AND Boost_VERSION VERSION_LESS 1.87)
    message(FATAL_ERROR "Boost 1.86 has a defect in Beast; install 1.81 to 1.85, or 1.87 and newer")
endif()
file(WRITE "${CMAKE_BINARY_DIR}/generated/boost.cpp" "#include <boost/asio/impl/src.hpp>\n#include <boost/asio/ssl/impl/src.hpp>\n#include <boost/beast/src.hpp>\n")
add_library(loggia_boost STATIC EXCLUDE_FROM_ALL "${CMAKE_BINARY_DIR}/generated/boost.cpp")
target_include_directories(loggia_boost SYSTEM PUBLIC ${Boost_INCLUDE_DIRS})
target_compile_definitions(loggia_boost PUBLIC BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION)
target_link_libraries(loggia_boost PUBLIC Threads::Threads loggia::openssl)
add_library(loggia::boost ALIAS loggia_boost)
