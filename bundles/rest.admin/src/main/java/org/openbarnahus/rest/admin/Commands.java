// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.ErrorKind;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.KeysUnavailableException;
import org.openbarnahus.core.service.LocalAccountService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewHouse;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.text.ErrorTexts;

/** The commands of {@code hub admin}, in English, for the terminal. */
final class Commands implements Function<Map<String, String>, Reply> {
    private final SiteStore store;
    private final AccountService accounts;
    private final LocalAccountService local;
    private final Doctor doctor;
    private final AuditCommands audit;
    private final BackupCommands backups;
    private final KeyCommands keys;

    Commands(SiteStore store, AccountService accounts, LocalAccountService local, Doctor doctor, Upkeep upkeep) {
        this.store = store;
        this.accounts = accounts;
        this.local = local;
        this.doctor = doctor;
        this.audit = upkeep.audit();
        this.backups = upkeep.backups();
        this.keys = upkeep.keys();
    }

    @Override
    public Reply apply(Map<String, String> request) {
        try {
            return switch (request.getOrDefault("command", "")) {
                case "status" -> status();
                case "first-administrator" -> enrolled(accounts.createFirstAdministrator(first(request)));
                case "service-add" -> addHouse(request);
                case "users" -> users(request);
                case "user-add" -> add(request);
                case "requests" -> answer(local.requests(house(request)), RequestWords::list);
                case "request-confirm" -> confirm(request);
                case "doctor" -> doctor.examine();
                case "audit-check" -> audit.check();
                case "audit-dump" -> audit.dump();
                case "backup" -> backups.backup(request);
                case "drill" -> backups.drill(request);
                case "keys-rotate" -> keys.rotate(request);
                case "keys-status" -> keys.status();
                default ->
                    new Reply(
                            Reply.WRONG,
                            "Unknown command. Known: status, first-administrator, service-add, users, user-add, requests,"
                                    + " request-confirm, doctor, audit-check, audit-dump, backup, drill,"
                                    + " keys-rotate, keys-status");
            };
        } catch (KeysUnavailableException e) {
            return new Reply(Reply.CANNOT, e.getMessage() + ". Nothing was changed.");
        } catch (StoreUnavailableException e) {
            return new Reply(Reply.CANNOT, "The database does not answer. Nothing was changed.");
        }
    }

    private Reply status() {
        store.ping();
        boolean waits = accounts.waitsForFirstAdministrator();
        return new Reply(
                Reply.DONE,
                "database:            " + store.describe() + "\n"
                        + "houses:              " + houses() + "\n"
                        + "accounts:            " + store.countAccounts() + "\n"
                        + "first administrator: "
                        + (waits ? "missing: use the code in the file first-admin-code" : "there"));
    }

    private String houses() {
        String codes =
                store.services().stream().map(BarnahusRecord::code).sorted().collect(Collectors.joining(", "));
        return codes.isEmpty() ? "none yet" : codes;
    }

    private Reply addHouse(Map<String, String> request) {
        return answer(
                local.addHouse(new NewHouse(
                        request.getOrDefault("service-code", "").strip().toUpperCase(Locale.ROOT),
                        request.getOrDefault("service-name", ""),
                        request.getOrDefault("country", "").strip().toUpperCase(Locale.ROOT))),
                house -> "Made the house " + house.code() + ", which has no accounts yet. Its first manager:\n"
                        + "  hub admin user-add --service " + house.code() + " --roles manager\n"
                        + "It has a key of its own: make a new copy of the folder keys.");
    }

    private Reply users(Map<String, String> request) {
        return answer(
                local.accounts(house(request)),
                found -> found.isEmpty()
                        ? "No accounts in this house."
                        : found.stream().map(Commands::row).sorted().collect(Collectors.joining("\n")));
    }

    private static String row(AccountInfo account) {
        return String.format(
                Locale.ROOT,
                "%-24s %-17s %-9s %s",
                account.username(),
                account.agency().code(),
                account.enabled() ? "enabled" : "disabled",
                account.roles().stream().map(Role::code).sorted().collect(Collectors.joining(",")));
    }

    private Reply add(Map<String, String> request) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : request.getOrDefault("roles", "").split(",")) {
            Optional<Role> role = Role.ofCode(code.strip());
            if (role.isEmpty()) {
                return unknown("--roles", Stream.of(Role.values()).map(Role::code));
            }
            roles.add(role.get());
        }
        Optional<Agency> agency = Agency.ofCode(request.getOrDefault("agency", Agency.BARNAHUS.code()));
        if (agency.isEmpty()) {
            return unknown("--agency", Stream.of(Agency.values()).map(Agency::code));
        }
        if (!request.containsKey("with-password")) {
            NewMember member = new NewMember(request.getOrDefault("username", ""), agency.get(), roles);
            return answer(local.invite(house(request), member), RequestWords::invited);
        }
        Outcome<Enrolment> made = local.create(
                house(request),
                new NewAccount(
                        request.getOrDefault("username", ""),
                        request.getOrDefault("password", ""),
                        agency.get(),
                        roles));
        boolean real = made instanceof Outcome.Refused<Enrolment> refused
                && refused.problems().getFirst().code() == ErrorCode.DENIED;
        return real
                ? new Reply(
                        Reply.WRONG,
                        "--with-password works in a demonstration only: leave it out, and hand the one-time code over.")
                : enrolled(made);
    }

    private Reply confirm(Map<String, String> request) {
        try {
            UUID id = UUID.fromString(request.getOrDefault("request", "").strip());
            return answer(local.confirm(house(request), id), RequestWords::done);
        } catch (IllegalArgumentException e) {
            return new Reply(Reply.WRONG, "--request is the id that hub admin requests shows.");
        }
    }

    private static Reply unknown(String option, Stream<String> known) {
        return new Reply(Reply.WRONG, option + " is one of: " + known.collect(Collectors.joining(", ")));
    }

    /** The house that was named, or the only one there is. */
    private String house(Map<String, String> request) {
        List<BarnahusRecord> all = store.services();
        String named = request.getOrDefault("service", "");
        return named.isEmpty() && all.size() == 1 ? all.getFirst().code() : named;
    }

    private static FirstAdministrator first(Map<String, String> request) {
        return new FirstAdministrator(
                request.getOrDefault("code", ""),
                request.getOrDefault("service-code", "").toUpperCase(Locale.ROOT),
                request.getOrDefault("service-name", ""),
                request.getOrDefault("country", "").toUpperCase(Locale.ROOT),
                request.getOrDefault("username", ""),
                request.getOrDefault("password", ""));
    }

    private static Reply enrolled(Outcome<Enrolment> outcome) {
        return answer(
                outcome,
                enrolment -> "Made the account " + enrolment.username() + ".\n"
                        + "Second factor, shown only now. Type it into an authenticator app:\n"
                        + "  key: " + enrolment.secret().replaceAll("(.{4})(?=.)", "$1 ") + "\n"
                        + "  uri: " + enrolment.uri());
    }

    private static <T> Reply answer(Outcome<T> outcome, Function<T, String> words) {
        return switch (outcome) {
            case Outcome.Done<T> done -> new Reply(Reply.DONE, words.apply(done.value()));
            case Outcome.Refused<T> refused ->
                new Reply(
                        refused.problems().stream().anyMatch(p -> p.code().kind() == ErrorKind.EXTERNAL)
                                ? Reply.CANNOT
                                : Reply.WRONG,
                        refused.problems().stream().map(Commands::words).collect(Collectors.joining("\n")));
        };
    }

    private static String words(Problem problem) {
        String message = ErrorTexts.message(problem, Locale.ENGLISH);
        return problem.path().isEmpty() ? message : problem.path() + ": " + message;
    }
}
