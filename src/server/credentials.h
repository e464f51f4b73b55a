#pragma once

#include "server/conversation.h"

/// The endpoints that see a password, or make, change or end a session. Hashing happens on its own worker, so that
/// neither the io threads nor the writer ever wait for it.
namespace loggia::server {

/// The same answer, after the same time, for a wrong password and for an unknown e-mail. A new token at every
/// sign-in; the session the caller had before ends.
void sign_in(Conversation<api::SignIn> conversation);

/// The new client is signed in at once.
void register_client(Conversation<api::Registration> conversation);

/// Ends the session, here and in the browser. Signing out when not signed in succeeds.
void sign_out(Conversation<api::Nothing> conversation);

/// The session of the cookie acts as one of the person's roles from now on.
void act_as(Conversation<api::ActingAs> conversation);

}  // namespace loggia::server
