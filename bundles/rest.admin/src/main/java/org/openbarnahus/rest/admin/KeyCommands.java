// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.LocalKeyService;
import org.openbarnahus.core.service.LocalKeyService.Rotation;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.KeyAge;
import org.openbarnahus.core.service.store.RootKeys;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;

/** The commands about keys. */
record KeyCommands(Supplier<@Nullable LocalKeyService> service, SiteStore store, TimeSource time) {
    private static final Reply NOT_THERE = new Reply(Reply.CANNOT, "The database is not open yet. Try again.");

    /** In the house named with {@code --service}, as with the other commands, never in all at once; or the root key, or those of the site. */
    Reply rotate(Map<String, String> request) {
        LocalKeyService keys = service.get();
        if (keys == null) {
            return NOT_THERE;
        }
        if (request.containsKey("root")) {
            return rotateRoot(keys);
        }
        if (request.containsKey("site")) {
            keys.rotateSite();
            return new Reply(
                    Reply.DONE,
                    "There are new keys for account secrets, backups and blind indexes. Those of before go on opening what they have sealed."
                            + "\nCopy the folder of keys again: the new keys are in no copy yet.");
        }
        String code = request.getOrDefault("service", "");
        List<BarnahusRecord> all = store.services();
        Optional<BarnahusRecord> house = all.stream()
                .filter(each -> code.isEmpty() ? all.size() == 1 : each.code().equals(code))
                .findFirst();
        if (house.isEmpty()) {
            return new Reply(
                    Reply.WRONG,
                    "--service is one of: "
                            + all.stream().map(BarnahusRecord::code).sorted().collect(Collectors.joining(", ")));
        }
        Rotation rotation = keys.rotate(house.get().id());
        return new Reply(
                Reply.DONE,
                words(rotation, house.get().code())
                        + "\nCopy the folder of keys again: the new key is in no copy yet. How far it is: hub admin keys-status");
    }

    private static Reply rotateRoot(LocalKeyService keys) {
        return new Reply(
                Reply.DONE,
                "There is a new root key.\n" + words(keys.rotateRoot())
                        + "\nCopy the folder of keys again: the new root key is in no copy yet."
                        + " One in a token is in no folder at all: copy it by the means of the token's maker."
                        + "\nCopies of the folder from before open with the root key that is in them, and no longer with root.key of now.");
    }

    /** What is to be done with those of before. */
    private static String words(RootKeys root) {
        String wrapped = String.format(
                Locale.ROOT, "root key (%s): %d of %d keys lie under it", root.place(), root.wrapped(), root.keys());
        if (!root.done()) {
            return wrapped
                    + "; the others do not open with any root key that is here, or wait for the next start. Keep "
                    + String.join(", ", root.earlier()) + ".";
        }
        return root.earlier().isEmpty()
                ? wrapped + "."
                : wrapped + ". Nothing here needs the earlier ones any more (" + String.join(", ", root.earlier())
                        + "): when the folder of keys was copied again, take them away. Copies of the folder from before need theirs.";
    }

    Reply status() {
        LocalKeyService keys = service.get();
        if (keys == null) {
            return NOT_THERE;
        }
        Map<Object, String> codes =
                store.services().stream().collect(Collectors.toMap(BarnahusRecord::id, BarnahusRecord::code));
        List<Rotation> rotations = keys.rotations();
        String houses = rotations.isEmpty()
                ? "No house has had a new key yet."
                : rotations.stream()
                        .map(each -> words(each, codes.getOrDefault(each.house(), "?")))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        String old = keys.ages().stream()
                .filter(age -> age.overdue(time.now()))
                .map(age -> "\n" + due(age, codes))
                .collect(Collectors.joining());
        return new Reply(Reply.DONE, houses + "\n" + words(keys.root()) + old);
    }

    /** What is to be done about a key that is older than it should be. */
    private static String due(KeyAge age, Map<Object, String> codes) {
        String cure = switch (age.key()) {
            case "root" -> "--root";
            case "site", "backup", "index" -> "--site";
            default -> "--service " + codeOf(age.key(), codes);
        };
        return String.format(
                Locale.ROOT,
                "older than it should be: key %s, of %s: hub admin keys-rotate %s",
                age.key(),
                LocalDate.ofInstant(age.made(), ZoneOffset.UTC),
                cure);
    }

    private static String codeOf(String key, Map<Object, String> codes) {
        return codes.entrySet().stream()
                .filter(each -> key.equals("tenant-" + each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("?");
    }

    private static String words(Rotation rotation, String code) {
        return String.format(
                Locale.ROOT,
                "%s: new key of %s; %d cases and %d texts brought under it; %s",
                code,
                rotation.started(),
                rotation.cases(),
                rotation.texts(),
                rotation.finished().map(at -> "done " + at).orElse("going on"));
    }
}
