// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.engine.schema.internal.pack.PackHead.Kind;

/** Reads {@code pack.yaml}. */
final class HeadReader {
    private HeadReader() {}

    static Optional<PackHead> read(Piece document, String folder, Problems problems) {
        return Keyed.of(document, problems).flatMap(keyed -> head(keyed, folder, problems));
    }

    private static Optional<PackHead> head(Keyed keyed, String folder, Problems problems) {
        Optional<String> code = keyed.requiredText("code");
        Optional<String> version = keyed.requiredText("version");
        keyed.required("kind");
        Optional<Kind> kind = keyed.choice("kind", Kind.class);
        Optional<String> country = keyed.text("country");
        List<Located<String>> extended = keyed.items("extends").stream()
                .map(p -> new Located<>(p instanceof Piece.Scalar s ? s.text() : "", p.place()))
                .toList();
        keyed.required("languages");
        List<String> languages = keyed.texts("languages");
        boolean draft = draft(keyed, problems);
        keyed.requiredText("contact");
        keyed.text("legal_basis");
        keyed.finish();
        if (code.isEmpty() || version.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        PackHead head = new PackHead(code.get(), version.get(), kind.get(), country, extended, languages, draft);
        check(head, keyed, folder, problems);
        return Optional.of(head);
    }

    private static boolean draft(Keyed keyed, Problems problems) {
        keyed.required("status");
        boolean draft = keyed.choice("status", Map.of("draft", true, "signed_off", false))
                .orElse(true);
        Optional<Keyed> signed = keyed.piece("signed_off").flatMap(p -> Keyed.of(p, problems));
        signed.ifPresent(s -> {
            s.requiredText("by");
            s.requiredText("role");
            s.required("on");
            s.date("on");
            s.finish();
        });
        if (draft == signed.isPresent()) {
            problems.add(
                    keyed.place("status"),
                    "status and signed_off contradict each other",
                    "draft has no signed_off; status signed_off names by, role and on");
        }
        return draft;
    }

    private static void check(PackHead head, Keyed keyed, String folder, Problems problems) {
        if (!head.code().matches("[a-z][a-z0-9]{1,15}(-[a-z0-9]{1,15})?")) {
            problems.add(keyed.place("code"), "not a pack code", "use two or more lower-case letters");
        }
        if (!head.code().equals(folder)) {
            problems.add(keyed.place("code"), "code and folder name differ", "rename the folder to " + head.code());
        }
        if ((head.kind() == Kind.CORE) != head.code().equals("core")) {
            problems.add(keyed.place("kind"), "kind core belongs to the pack core", "use another kind or code");
        }
        if (!head.version().matches("\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}(-[0-9A-Za-z.-]{1,30})?")) {
            problems.add(keyed.place("version"), "not a version", "write it as 1.0.0");
        }
        if (head.country().filter(c -> !c.matches("[A-Z]{2}")).isPresent()) {
            problems.add(keyed.place("country"), "not a country", "use two capital letters, as SE");
        }
        if (head.kind() == Kind.COUNTRY && head.country().isEmpty()) {
            problems.add(keyed.place("kind"), "a country pack names its country", "add country: …");
        }
        if (head.kind() != Kind.COUNTRY
                && head.kind() != Kind.SITE
                && head.country().isPresent()) {
            problems.add(keyed.place("country"), "this kind applies to every country", "take country away");
        }
        if (head.languages().stream().anyMatch(l -> !l.matches("[a-z]{2,3}"))) {
            problems.add(keyed.place("languages"), "not a language", "use two or three lower-case letters, as sv");
        }
    }
}
