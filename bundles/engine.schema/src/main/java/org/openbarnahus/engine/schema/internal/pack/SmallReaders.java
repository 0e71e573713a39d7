// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.schema.ActivityType;

/** Reads {@code activities/*.yaml} and {@code standards/*.yaml}. */
final class SmallReaders {
    private final Reading reading;
    private final Problems problems;
    private final List<Located<ActivityType>> activities = new ArrayList<>();
    private final List<Located<Standard>> standards = new ArrayList<>();

    SmallReaders(Reading reading) {
        this.reading = reading;
        this.problems = reading.problems();
    }

    List<Located<ActivityType>> activities() {
        return activities;
    }

    List<Located<Standard>> standards() {
        return standards;
    }

    void readActivities(Piece document) {
        Keyed.of(document, problems).ifPresent(file -> {
            file.items("activities").forEach(p -> Keyed.of(p, problems).ifPresent(this::activity));
            file.finish();
        });
    }

    private void activity(Keyed keyed) {
        Optional<String> code = keyed.requiredText("code");
        String standard = keyed.text("standard").orElse("");
        int order = keyed.whole("order", 1000);
        boolean common = keyed.flag("common");
        keyed.finish();
        if (code.filter(c -> !c.matches("[a-z][a-z0-9_.]{0,63}")).isPresent()) {
            problems.add(keyed.place("code"), "not an activity code", "use lower-case letters, digits and _");
            return;
        }
        code.ifPresent(c -> {
            reading.claim("activity", c, keyed.place("code"), reading.head().prefix());
            ActivityType type = new ActivityType(c, reading.head().code(), standard, order, common);
            activities.add(new Located<>(type, keyed.place("code")));
        });
    }

    void readStandards(Piece document) {
        Keyed.of(document, problems).ifPresent(file -> {
            file.required("framework").flatMap(p -> Keyed.of(p, problems)).ifPresent(framework -> {
                framework.requiredText("id");
                framework.requiredText("version");
                framework.requiredText("name");
                framework.finish();
            });
            file.items("standards").forEach(p -> Keyed.of(p, problems).ifPresent(this::standard));
            file.finish();
            checkParents();
        });
    }

    private void standard(Keyed keyed) {
        Optional<String> id = keyed.requiredText("id");
        Optional<String> parent = keyed.text("parent");
        int order = keyed.whole("order", 0);
        keyed.finish();
        id.ifPresent(i -> {
            reading.claim("standard", i, keyed.place("id"), "");
            standards.add(new Located<>(new Standard(i, parent, order), keyed.place("id")));
        });
    }

    private void checkParents() {
        Set<String> ids = standards.stream().map(s -> s.value().id()).collect(Collectors.toSet());
        standards.stream()
                .filter(s -> s.value().parent().filter(p -> !ids.contains(p)).isPresent())
                .forEach(s -> problems.add(s.place(), "the parent is not a standard of this framework", "declare it"));
    }
}
