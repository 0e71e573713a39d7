// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.core.service.query.AccountEvent.Kind;
import org.openbarnahus.core.service.store.ChainedEntry;

/**
 * Reads from the entries about one account what its owner is told, and what (s)he has seen. Pure, so that it can be read and tested
 * as a table.
 */
final class EventReader {
    /** Object type of the entry that says: seen, as {@link SeenMark} reads it. */
    static final String SEEN = "account-events";

    /** Object type of the entry that one of those who watch each other was stopped; its object is the house. */
    static final String GRAVE = "grave-accounts";

    private static final String ACCOUNT = "user";
    /** By the product itself, and nothing that concerns the owner: a hash at today's cost, an account of the demonstration. */
    private static final Set<String> OWN_DOING = Set.of("cost", "demo");

    private EventReader() {}

    /**
     * What happened, newest first. How an invited person set the account up for the first time is no news: before that there was
     * nothing that could have changed.
     *
     * @param entries about one account, newest first
     */
    static List<AccountEvent> events(List<ChainedEntry> entries) {
        List<AccountEvent> events = new ArrayList<>();
        boolean waits = entries.stream().anyMatch(EventReader::invited);
        for (ChainedEntry entry : entries.reversed()) {
            if (waits) {
                waits = !enrolled(entry);
            } else {
                kind(entry.entry())
                        .ifPresent(kind -> events.add(new AccountEvent(
                                entry.seq(), kind, entry.entry().at())));
            }
        }
        return List.copyOf(events.reversed());
    }

    /**
     * Those that were not seen, oldest first. Whoever did something in a session was answered there, and cannot keep the owner
     * from being told of it next time.
     */
    static List<AccountEvent> untold(List<ChainedEntry> entries, Session session, Instant now) {
        List<SeenMark> marks = entries.stream()
                .filter(entry -> entry.entry().objectType().equals(SEEN))
                .map(SeenMark::of)
                .toList();
        return events(entries).reversed().stream()
                .filter(event -> {
                    String by = by(entries, event);
                    return (by.isEmpty() || !by.equals(session.id()))
                            && marks.stream()
                                    .filter(mark -> by.isEmpty() || !by.equals(mark.session()))
                                    .noneMatch(mark -> mark.silences(event, session.browserSince(), now));
                })
                .toList();
    }

    private static String by(List<ChainedEntry> entries, AccountEvent event) {
        return entries.stream()
                .filter(entry -> entry.seq() == event.number())
                .map(entry -> entry.entry().session())
                .findFirst()
                .orElse("");
    }

    private static boolean invited(ChainedEntry linked) {
        AuditEntry entry = linked.entry();
        return about(entry) && entry.action() == Action.CREATE && entry.detail().equals("invited");
    }

    private static boolean enrolled(ChainedEntry linked) {
        return kind(linked.entry()).filter(kind -> kind == Kind.SET_UP_ANEW).isPresent();
    }

    private static boolean about(AuditEntry entry) {
        return entry.objectType().equals(ACCOUNT) && entry.result() == Result.DONE;
    }

    /** What an entry tells the owner of the account; most tell nothing. */
    static Optional<Kind> kind(AuditEntry entry) {
        if (entry.objectType().equals(GRAVE)) {
            return Optional.of(Kind.COLLEAGUE_STOPPED);
        }
        if (!about(entry) || OWN_DOING.contains(entry.detail())) {
            return Optional.empty();
        }
        return switch (entry.action()) {
            case CHANGE -> changed(entry);
            case CONFIGURE -> configured(entry);
            case SIGN_IN -> signedIn(entry);
            default -> Optional.empty();
        };
    }

    /** Several at once is the one-time code's doing. */
    private static Optional<Kind> changed(AuditEntry entry) {
        Set<String> fields = entry.fields();
        if (fields.contains("otp_secret")) {
            return Optional.of(Kind.SET_UP_ANEW);
        }
        if (fields.contains("password_hash")) {
            return Optional.of(Kind.PASSWORD_CHANGED);
        }
        if (fields.contains("recovery_codes")) {
            return Optional.of(entry.detail().equals("used") ? Kind.RECOVERY_CODE_USED : Kind.RECOVERY_CODES_RENEWED);
        }
        if (fields.contains("passkeys")) {
            return Optional.of(entry.detail().equals("removed") ? Kind.PASSKEY_REMOVED : Kind.PASSKEY_ADDED);
        }
        if (fields.contains("outside_identity")) {
            return Optional.of(entry.detail().equals("unlinked") ? Kind.OUTSIDE_UNLINKED : Kind.OUTSIDE_LINKED);
        }
        return Optional.empty();
    }

    private static Optional<Kind> signedIn(AuditEntry entry) {
        return switch (entry.detail()) {
            case "new-browser" -> Optional.of(Kind.NEW_BROWSER);
            case "new-network" -> Optional.of(Kind.NEW_NETWORK);
            case "failed-tries" -> Optional.of(Kind.FAILED_TRIES);
            default -> Optional.empty();
        };
    }

    /** A code that was withdrawn opens nothing: the one that was issued has been told. */
    private static Optional<Kind> configured(AuditEntry entry) {
        Set<String> fields = entry.fields();
        if (fields.contains("enrolment_code")) {
            return entry.detail().equals("issued") ? Optional.of(Kind.CODE_ISSUED) : Optional.empty();
        }
        if (fields.contains("roles")) {
            return Optional.of(Kind.ROLES_CHANGED);
        }
        if (fields.contains("enabled")) {
            return Optional.of(entry.detail().equals("enabled") ? Kind.OPENED : Kind.CLOSED);
        }
        return Optional.empty();
    }
}
