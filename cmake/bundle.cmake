# portal_bundle: <build>/site, everything that a server gives to browsers. Fails above the first visit's budget.
# gallery_bundle: <build>/gallery/site, the same page around the gallery.
if(NOT TARGET app OR NOT TARGET loggia_fonts OR NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    return()
endif()
set(LOGGIA_BUDGET_KB 350 CACHE STRING "What a first visit may load, brotli, in KB")
file(GLOB_RECURSE web_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/*")
set(logo_folder "${CMAKE_SOURCE_DIR}/assets/logo")
set(logo_files "${logo_folder}/loggia.svg" "${logo_folder}/loggia-maskable.svg")
set(icon_files "")
foreach(icon icon-32 icon-192 icon-512 icon-maskable-192 icon-maskable-512 apple-touch-icon)
    list(APPEND icon_files "${CMAKE_BINARY_DIR}/icons/${icon}.png")
endforeach()
add_custom_command(OUTPUT ${icon_files}
    COMMAND "${LOGGIA_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/icons.py" --logo "${logo_folder}" --out "${CMAKE_BINARY_DIR}/icons"
    DEPENDS ${logo_files} "${CMAKE_SOURCE_DIR}/tools/icons.py"
    COMMENT "Drawing the icons" VERBATIM)

function(loggia_bundle target program site)
    set(stamp "${site}.stamp")
    add_custom_command(OUTPUT "${stamp}"
        COMMAND "${LOGGIA_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/bundle.py" --out "${site}" --budget-kb "${LOGGIA_BUDGET_KB}"
            --web "${CMAKE_SOURCE_DIR}/web" $<TARGET_FILE:${program}> "$<TARGET_FILE_DIR:${program}>/app.wasm" ${LOGGIA_FONT_FILES}
            ${LOGGIA_WORD_FILES} ${icon_files} "${logo_folder}/loggia.svg"
        COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
        DEPENDS ${program} loggia_fonts loggia_word_files ${LOGGIA_FONT_FILES} ${LOGGIA_WORD_FILES} ${icon_files} ${logo_files} ${web_files} "${CMAKE_SOURCE_DIR}/tools/bundle.py"
        COMMENT "Bundling ${site}" VERBATIM)
    add_custom_target(${target} DEPENDS "${stamp}")
endfunction()

loggia_bundle(portal_bundle app "${CMAKE_BINARY_DIR}/site")
set_target_properties(portal_bundle PROPERTIES EXCLUDE_FROM_ALL FALSE)
loggia_bundle(gallery_bundle gallery "${CMAKE_BINARY_DIR}/gallery/site")
