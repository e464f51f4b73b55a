# portal_bundle: <build>/site, everything that a server gives to browsers. Fails above the first visit's budget.
if(NOT TARGET app OR NOT TARGET loggia_fonts OR NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    return()
endif()
set(LOGGIA_BUDGET_KB 350 CACHE STRING "What a first visit may load, brotli, in KB")
file(GLOB_RECURSE web_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/*")
set(bundle_stamp "${CMAKE_BINARY_DIR}/site.stamp")
add_custom_command(OUTPUT "${bundle_stamp}"
    COMMAND "${LOGGIA_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/bundle.py" --out "${CMAKE_BINARY_DIR}/site" --budget-kb "${LOGGIA_BUDGET_KB}"
        --web "${CMAKE_SOURCE_DIR}/web" $<TARGET_FILE:app> "$<TARGET_FILE_DIR:app>/app.wasm" ${LOGGIA_FONT_FILES}
    COMMAND "${CMAKE_COMMAND}" -E touch "${bundle_stamp}"
    DEPENDS app loggia_fonts ${LOGGIA_FONT_FILES} ${web_files} "${CMAKE_SOURCE_DIR}/tools/bundle.py"
    COMMENT "Bundling the site" VERBATIM)
add_custom_target(portal_bundle ALL DEPENDS "${bundle_stamp}")
