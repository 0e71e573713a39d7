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
import org.openbarnahus.core.service.store.SiteStore;

/** The commands about keys. */
record KeyCommands(Supplier<@Nullable LocalKeyService> service, SiteStore store) {
    private static final Reply NOT_THERE = new Reply(Reply.CANNOT, "The database is not open yet. Try again.");

    /** In the house named with {@code --service}, as with the other commands; never in all at once. */
    Reply rotate(Map<String, String> request) {
        LocalKeyService keys = service.get();
        if (keys == null) {
            return NOT_THERE;
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

    Reply status() {
        LocalKeyService keys = service.get();
        if (keys == null) {
            return NOT_THERE;
        }
        Map<Object, String> codes =
                store.services().stream().collect(Collectors.toMap(BarnahusRecord::id, BarnahusRecord::code));
        List<Rotation> rotations = keys.rotations();
        return new Reply(
                Reply.DONE,
                rotations.isEmpty()
                        ? "No house has had a new key yet."
                        : rotations.stream()
                                .map(each -> words(each, codes.getOrDefault(each.house(), "?")))
                                .sorted()
                                .collect(Collectors.joining("\n")));
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
