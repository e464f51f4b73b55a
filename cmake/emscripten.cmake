# The toolchain of the web presets: Emscripten where emsdk-setup.sh put it.
include("${CMAKE_CURRENT_LIST_DIR}/cache_folder.cmake")
set(emscripten "${LOGGIA_CACHE}/emscripten")
if(NOT EXISTS "${emscripten}/root")
    message(FATAL_ERROR "Emscripten is not set up: run ./emsdk-setup.sh")
endif()
file(STRINGS "${emscripten}/root" EMSCRIPTEN_ROOT_PATH LIMIT_COUNT 1)
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
