#pragma once

#include "core/api/booking_messages.h"
#include "core/api/role_messages.h"
#include "core/api/series_messages.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/time.h"
#include "core/domain/booking.h"
#include "core/policy/role.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The one set of request and response structs, read and written by both sides. On the wire: ids are decimal text,
/// instants are integer UTC seconds (`…_at`), dates "2026-10-24", enums their names, absent optionals are left out.
/// Limits on text are in json.h; what a struct cannot express (a rule across fields) is checked where it is used.
namespace loggia::api {

struct Nothing {
    bool operator==(const Nothing&) const = default;
};

// ---- the business page ----------------------------------------------------------------------------------------

/// Somebody of a demo whom everybody may come in as.
struct DemoAccountView {
    std::string email;
    std::string name;
    policy::Role role = policy::Role::client;  ///< the greatest they have now
    bool operator==(const DemoAccountView&) const = default;
};

struct DemoView {
    std::string password;  ///< of all of them; no secret
    std::vector<DemoAccountView> accounts;
    bool operator==(const DemoView&) const = default;
};

struct BusinessView {
    std::string slug;
    std::string name;
    std::string short_name;
    std::string zone;
    std::string locale;
    std::string brand_color;
    std::string location_name;
    std::string location_address;
    std::int64_t minimum_notice_minutes = 0;
    std::int64_t horizon_days = 0;
    std::int64_t free_cancellation_minutes = 0;
    std::int64_t free_reschedule_minutes = 0;
    std::int64_t hold_minutes = 0;
    std::optional<DemoView> demo;  ///< of nobody's business, only there to be looked at
    bool operator==(const BusinessView&) const = default;
};

struct ServiceView {
    ServiceId id;
    std::string name;
    std::string description;
    std::string icon;
    std::int64_t duration_minutes = 0;
    Money price;
    std::vector<PersonId> performers;
    bool needs_approval = false;  ///< what clients book is a request at first
    bool operator==(const ServiceView&) const = default;
};

struct ServiceList {
    std::vector<ServiceView> services;
    bool operator==(const ServiceList&) const = default;
};

struct StaffView {
    PersonId id;
    std::string name;
    std::string color;
    bool operator==(const StaffView&) const = default;
};

struct StaffList {
    std::vector<StaffView> staff;
    bool operator==(const StaffList&) const = default;
};

// ---- free times and holds -------------------------------------------------------------------------------------

struct FreeTimesRequest {
    ServiceId service_id;
    std::optional<PersonId> person_id;  ///< absent: any who performs the service
    Date from;
    Date to;  ///< included; at most 62 days after `from`
    bool operator==(const FreeTimesRequest&) const = default;
};

struct FreeTimeView {
    Instant starts_at;
    PersonId person_id;     ///< who would serve it
    std::string room_name;  ///< empty if the service needs none
    bool operator==(const FreeTimeView&) const = default;
};

struct FreeTimesView {
    std::int64_t seq = 0;  ///< of the business when this was true
    std::vector<FreeTimeView> times;
    bool operator==(const FreeTimesView&) const = default;
};

struct HoldRequest {
    ServiceId service_id;
    std::optional<PersonId> person_id;
    Instant starts_at;
    bool operator==(const HoldRequest&) const = default;
};

struct HoldView {
    BookingId id;
    std::string secret;  ///< proves that the holder confirms; 32 characters, never stored in clear
    ServiceId service_id;
    PersonId person_id;
    std::string room_name;
    Instant starts_at;
    Instant ends_at;
    Instant expires_at;
    bool operator==(const HoldView&) const = default;
};

struct HoldRelease {
    BookingId hold_id;
    std::string secret;
    bool operator==(const HoldRelease&) const = default;
};

// ---- people and sessions --------------------------------------------------------------------------------------

struct NewDependent {
    std::string name;
    Date born;
    bool operator==(const NewDependent&) const = default;
};

struct Registration {
    std::string name;
    std::string email;
    std::string phone;
    std::string password;
    std::vector<NewDependent> dependents;
    bool operator==(const Registration&) const = default;
};

struct SignIn {
    std::string email;
    std::string password;
    bool operator==(const SignIn&) const = default;
};

struct DependentView {
    PersonId id;
    std::string name;
    Date born;
    bool operator==(const DependentView&) const = default;
};

struct PersonView {
    PersonId id;
    std::string name;
    std::string email;
    std::string phone;
    std::vector<policy::Role> roles;
    std::vector<CustomRoleView> custom_roles;
    std::vector<DependentView> dependents;
    bool operator==(const PersonView&) const = default;
};

/// Who the server takes the caller for, and the facts the browser needs to ask the policy itself.
struct SessionView {
    std::optional<PersonView> person;   ///< absent: a visitor
    std::string role_model = "studio";  ///< of the business: a name of policy::all_models()
    std::int64_t switches = 0;          ///< policy::SwitchSet bits
    std::optional<policy::Role> acting_as;
    std::int64_t seq = 0;
    std::int64_t catalog_version = 0;  ///< see SyncView
    bool operator==(const SessionView&) const = default;
};

// ---- changes --------------------------------------------------------------------------------------------------

struct SyncRequest {
    std::int64_t since = 0;
    bool operator==(const SyncRequest&) const = default;
};

/// Something about `on` (a day in the location's zone) changed. With `booking`, that record is what it is now;
/// without it, the asker may only know that the free times of the day may differ.
struct ChangeView {
    std::int64_t seq = 0;
    Date on;
    std::optional<BookingView> booking;
    bool operator==(const ChangeView&) const = default;
};

struct SyncView {
    std::int64_t seq = 0;              ///< ask again with this
    bool complete = true;              ///< false: too far behind; load everything anew
    std::int64_t catalog_version = 0;  ///< of services, people, roles and switches; another one: ask for them anew
    std::vector<ChangeView> changes;
    bool operator==(const SyncView&) const = default;
};

// ---- what a browser keeps until it can be sent ----------------------------------------------------------------

/// A change that somebody made without a network. Never leaves the browser as it is: it becomes the request it stands
/// for. Holds no password.
struct OutboxRecord {
    PersonId owner_id;        ///< who made it; nobody else sends it
    std::string what;         ///< name of the endpoint: "cancel_booking" or "create_booking"
    std::string state;        ///< "pending", "failed" or "conflict"
    std::string key;          ///< for the Idempotency-Key
    std::string reason;       ///< why it failed, in the server's words
    std::string reason_code;  ///< name of the ErrorCode; empty: it waited for too long
    std::string reason_field;
    Instant made_at;
    ServiceId service_id;
    std::optional<PersonId> performer_id;  ///< absent: anyone who performs the service
    Instant starts_at;
    std::optional<BookingId> booking_id;  ///< the booking to cancel, or the hold to book
    std::string secret;                   ///< of the hold
    std::optional<PersonId> for_person_id;
    bool operator==(const OutboxRecord&) const = default;
};

// ---- refusals -------------------------------------------------------------------------------------------------

/// The body of every answer that is not 2xx.
struct ErrorView {
    std::string code;  ///< name of the ErrorCode
    std::string message;
    std::string field;
    bool operator==(const ErrorView&) const = default;
};

}  // namespace loggia::api
