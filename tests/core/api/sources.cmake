set(API_TEST_SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/json.test.cpp
    ${CMAKE_CURRENT_LIST_DIR}/endpoints.test.cpp
)
