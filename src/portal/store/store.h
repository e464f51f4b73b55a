#pragma once

#include "portal/store/access_history_store.h"
#include "portal/store/booking_changes_store.h"
#include "portal/store/bookings_store.h"
#include "portal/store/business_store.h"
#include "portal/store/calendar_feed_store.h"
#include "portal/store/calendar_store.h"
#include "portal/store/coverage_store.h"
#include "portal/store/free_times_store.h"
#include "portal/store/hold_store.h"
#include "portal/store/kept.h"
#include "portal/store/live_store.h"
#include "portal/store/outbox_store.h"
#include "portal/store/series_store.h"
#include "portal/store/session_store.h"
#include "portal/store/submission_store.h"
#include "portal/store/team_store.h"

namespace loggia::portal {

/// Everything the server has said, by topic. Lives as long as the portal; answers find their way in by themselves.
struct Store {
    explicit Store(Client& client_)
        : client(client_),
          session(client),
          outbox(client, session),
          business(client),
          free_times(client),
          hold(client, free_times, kept),
          bookings(client, outbox),
          booking_changes(client),
          calendar(client),
          coverage(client),
          series(client),
          calendar_feed(client),
          submission(client, session, hold, outbox),
          team(client, session),
          access_history(client),
          live(client, business, free_times, bookings, calendar) {}
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    Client& client;
    Kept kept;
    SessionStore session;
    OutboxStore outbox;
    BusinessStore business;
    FreeTimesStore free_times;
    HoldStore hold;
    BookingsStore bookings;
    BookingChangesStore booking_changes;
    CalendarStore calendar;
    CoverageStore coverage;
    SeriesStore series;
    CalendarFeedStore calendar_feed;
    SubmissionStore submission;
    TeamStore team;
    AccessHistoryStore access_history;
    LiveStore live;
};

}  // namespace loggia::portal
