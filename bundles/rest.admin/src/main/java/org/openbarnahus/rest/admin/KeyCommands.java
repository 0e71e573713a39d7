// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

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
import org.openbarnahus.core.service.store.RootKeys;
import org.openbarnahus.core.service.store.SiteStore;

/** The commands about keys. */
record KeyCommands(Supplier<@Nullable LocalKeyService> service, SiteStore store) {
    private static final Reply NOT_THERE = new Reply(Reply.CANNOT, "The database is not open yet. Try again.");

    /** In the house named with {@code --service}, as with the other commands, never in all at once; or the root key. */
    Reply rotate(Map<String, String> request) {
        LocalKeyService keys = service.get();
        if (keys == null) {
            return NOT_THERE;
        }
        if (request.containsKey("root")) {
            return rotateRoot(keys);
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
                "A new root key is in root.key.\n" + words(keys.rotateRoot())
                        + "\nCopy the folder of keys again: the new root key is in no copy yet."
                        + "\nCopies of the folder from before open with the root key that is in them, and no longer with root.key of now.");
    }

    /** What is to be done with those of before. */
    private static String words(RootKeys root) {
        String wrapped =
                String.format(Locale.ROOT, "root key: %d of %d keys lie under it", root.wrapped(), root.keys());
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
        return new Reply(Reply.DONE, houses + "\n" + words(keys.root()));
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
