# LOGGIA_CACHE: where everything lies that is downloaded or compiled once for all checkouts. tools/lib/common.sh says the same.
if(DEFINED ENV{LOGGIA_CACHE})
    set(LOGGIA_CACHE "$ENV{LOGGIA_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(LOGGIA_CACHE "$ENV{XDG_CACHE_HOME}/loggia")
else()
    set(LOGGIA_CACHE "$ENV{HOME}/.cache/loggia")
endif()
