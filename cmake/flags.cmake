# Warnings are for our own code only; sanitizers, exceptions and hardening have to agree across everything that is linked.

add_library(loggia_warnings INTERFACE)
target_compile_options(loggia_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    # Designated initialisers leave the other fields at their defaults on purpose.
    -Wno-missing-field-initializers)
if(LOGGIA_WERROR)
    target_compile_options(loggia_warnings INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports both falsely inside optimised standard library code.
    target_compile_options(loggia_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict -Wno-dangling-reference
        -Wno-array-bounds -Wno-stringop-overflow)
endif()

if(LOGGIA_SANITIZE)
    add_compile_options(-fsanitize=${LOGGIA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${LOGGIA_SANITIZE})
endif()

if(LOGGIA_HARDENING)
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong -fPIE)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64")
        add_compile_options(-fcf-protection)
    endif()
    add_link_options(-pie -Wl,-z,relro,-z,now)
endif()

if(EMSCRIPTEN)
    # Without wasm exceptions a thrown exception aborts the program.
    add_compile_options(-fwasm-exceptions)
    add_link_options(-fwasm-exceptions)
endif()
