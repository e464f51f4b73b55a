# Inter and the icons, cut down to what the portal shows; `loggia::icons` gives the icons their names.
set(fonts "${CMAKE_BINARY_DIR}/fonts")
set(LOGGIA_FONT_FILES "${fonts}/inter-regular.ttf" "${fonts}/inter-semibold.ttf" "${fonts}/icons.ttf"
    "${fonts}/inter-regular-more.ttf" "${fonts}/inter-semibold-more.ttf")
set(icon_list "${CMAKE_SOURCE_DIR}/assets/icons.txt")
if(NOT EXISTS "${icon_list}")
    return()
endif()
add_custom_command(OUTPUT ${LOGGIA_FONT_FILES} "${fonts}/icons.generated.h"
    COMMAND "${LOGGIA_PYTHON}" "${CMAKE_SOURCE_DIR}/cmake/subset_fonts.py" "${LOGGIA_DEPENDENCIES}" "${icon_list}" "${fonts}"
    DEPENDS "${icon_list}" "${CMAKE_SOURCE_DIR}/cmake/subset_fonts.py" VERBATIM)
add_custom_target(loggia_fonts ALL DEPENDS ${LOGGIA_FONT_FILES} "${fonts}/icons.generated.h")

add_library(loggia_icons INTERFACE)
target_include_directories(loggia_icons INTERFACE "${fonts}")
add_dependencies(loggia_icons loggia_fonts)
add_library(loggia::icons ALIAS loggia_icons)
