# What the CMakeLists of the modules are written with.

# "core_base" names our own module, "loggia::json" a dependency.
function(loggia_resolve_links result)
    set(resolved "")
    foreach(link IN LISTS ARGN)
        if(link MATCHES "::|^loggia_|^-|^/")
            list(APPEND resolved "${link}")
        else()
            list(APPEND resolved "loggia_${link}")
        endif()
    endforeach()
    set(${result} "${resolved}" PARENT_SCOPE)
endfunction()

# loggia_module(<name> SOURCES ... LINKS ...): the library loggia_<name>. Includes are written from src/.
function(loggia_module name)
    cmake_parse_arguments(PARSE_ARGV 1 module "" "" "SOURCES;LINKS")
    loggia_resolve_links(links ${module_LINKS})
    if(module_SOURCES)
        add_library(loggia_${name} STATIC ${module_SOURCES})
        target_include_directories(loggia_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
        target_link_libraries(loggia_${name} PUBLIC ${links} PRIVATE loggia_warnings)
    else()
        add_library(loggia_${name} INTERFACE)
        target_include_directories(loggia_${name} INTERFACE "${CMAKE_SOURCE_DIR}/src")
        target_link_libraries(loggia_${name} INTERFACE ${links})
    endif()
endfunction()

# loggia_executable(<name> SOURCES ... LINKS ...): a native program, called <name>.
function(loggia_executable name)
    cmake_parse_arguments(PARSE_ARGV 1 program "" "" "SOURCES;LINKS")
    loggia_resolve_links(links ${program_LINKS})
    add_executable(${name} ${program_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}/tests")
    target_link_libraries(${name} PRIVATE ${links} loggia_warnings)
endfunction()

set(LOGGIA_TEST_ENVIRONMENT "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1;UBSAN_OPTIONS=print_stacktrace=1")

# loggia_test(<name> SOURCES ... LINKS ... [LABELS ...] [ARGUMENTS ...]): the tests of a module; runs at the top of the checkout, natively or under node.
function(loggia_test name)
    cmake_parse_arguments(PARSE_ARGV 1 test "" "TIMEOUT" "SOURCES;LINKS;LABELS;ARGUMENTS")
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 600)
    endif()
    set(target "test_${name}")
    loggia_executable(${target} SOURCES ${test_SOURCES} LINKS ${test_LINKS} Catch2::Catch2WithMain)
    if(EMSCRIPTEN)
        target_link_options(${target} PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1
            -sSTACK_SIZE=1MB -sASSERTIONS=1)
    endif()
    add_test(NAME "${name}" COMMAND ${target} ${test_ARGUMENTS} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    set_tests_properties("${name}" PROPERTIES TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}"
        ENVIRONMENT "${LOGGIA_TEST_ENVIRONMENT}")
endfunction()

# loggia_test_on_postgres(<name>): the tests of loggia_test(<name>) once more, over PostgreSQL instead of SQLite. A case that is
# about one engine alone is tagged with it, and left out of the other run; so is what is long and has nothing to do with engines.
function(loggia_test_on_postgres name)
    add_test(NAME "${name}_postgres" COMMAND "test_${name}" "~[sqlite]" WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    set_tests_properties("${name}_postgres" PROPERTIES TIMEOUT 600
        ENVIRONMENT "${LOGGIA_TEST_ENVIRONMENT};LOGGIA_TEST_ENGINE=postgres")
endfunction()

# loggia_web_executable(<name> SOURCES ... LINKS ... EXPORTS <c functions> RUNTIME <runtime methods> OPTIONS <link options>
#     JS_LIBRARIES <files>): <name>.js, an ES module with a default factory, and <name>.wasm.
function(loggia_web_executable name)
    cmake_parse_arguments(PARSE_ARGV 1 web "" "" "SOURCES;LINKS;EXPORTS;RUNTIME;OPTIONS;JS_LIBRARIES")
    loggia_executable(${name} SOURCES ${web_SOURCES} LINKS ${web_LINKS})
    set_target_properties(${name} PROPERTIES SUFFIX ".js")
    list(TRANSFORM web_EXPORTS PREPEND "_")
    list(JOIN web_EXPORTS "," exports)
    list(JOIN web_RUNTIME "," runtime)
    target_link_options(${name} PRIVATE -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc
        -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=8MB -sSTACK_SIZE=256KB -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
        -sDYNAMIC_EXECUTION=0 "-sEXPORTED_FUNCTIONS=${exports}" "-sEXPORTED_RUNTIME_METHODS=${runtime}"
        $<$<CONFIG:Release>:-sASSERTIONS=0> ${web_OPTIONS})
    foreach(library IN LISTS web_JS_LIBRARIES)
        target_link_options(${name} PRIVATE "SHELL:--js-library ${library}")
        set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS "${library}")
    endforeach()
endfunction()
