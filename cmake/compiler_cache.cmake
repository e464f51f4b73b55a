# ccache, with its store outside the checkout, so that a second clone finds what the first one compiled.
include("${CMAKE_CURRENT_LIST_DIR}/cache_folder.cmake")

find_program(LOGGIA_CCACHE ccache)
if(LOGGIA_CCACHE)
    set(environment "CCACHE_DIR=${LOGGIA_CACHE}/ccache" "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=time_macros,include_file_mtime,include_file_ctime CCACHE_MAXSIZE=5G)
    if(EMSCRIPTEN)
        # ccache does not know em++ by its name.
        list(APPEND environment CCACHE_COMPILERTYPE=clang "CCACHE_COMPILERCHECK=string:${CMAKE_CXX_COMPILER_VERSION}")
    endif()
    set(CMAKE_C_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env ${environment} "${LOGGIA_CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_C_COMPILER_LAUNCHER}")
endif()
