// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a pack's files: the whole pack, or every reason why not. */
public final class PackReader {
    private static final String HEAD = "pack.yaml";
    private static final Pattern FILE =
            Pattern.compile("(fields|activities|rules|indicators|questionnaires|standards|golden)/[^/]+\\.ya?ml"
                    + "|codelists/([^/]+)\\.csv|i18n/([a-z]{2,3})\\.properties");

    private final Problems problems = new Problems();
    private final Reading reading;
    private final FieldsReader fields;
    private final SmallReaders small;
    private final RulesReader rules;
    private final IndicatorsReader indicators;
    private final QuestionnairesReader questionnaires;
    private final List<CodeRows> codeLists = new ArrayList<>();
    private final Map<String, Map<String, Located<String>>> words = new TreeMap<>();
    private final List<Piece> golden = new ArrayList<>();

    private PackReader(PackHead head, Problems before) {
        before.list().forEach(p -> problems.add(p.place(), p.problem(), p.cure()));
        this.reading = new Reading(head, problems);
        this.fields = new FieldsReader(reading);
        this.small = new SmallReaders(reading);
        this.rules = new RulesReader(reading);
        this.indicators = new IndicatorsReader(reading);
        this.questionnaires = new QuestionnairesReader(reading);
    }

    /**
     * A pack, or the problems that refuse it: one of the two is empty.
     *
     * @param head what could be read of {@code pack.yaml}, also of a refused pack
     */
    public record Result(Optional<PackHead> head, Optional<Pack> pack, List<PackProblem> problems) {}

    public static Result read(PackFiles files) {
        Problems problems = new Problems();
        Optional<PackHead> head = Optional.ofNullable(files.files().get(HEAD))
                .flatMap(bytes -> text(HEAD, bytes, problems))
                .flatMap(text -> YamlReader.read(HEAD, text, problems))
                .flatMap(piece -> HeadReader.read(piece, files.folder(), problems));
        if (head.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(Place.start(HEAD), "the pack has no pack.yaml", "add one: code, version, kind, …");
            }
            return new Result(head, Optional.empty(), problems.list());
        }
        PackReader reader = new PackReader(head.get(), problems);
        return reader.all(files);
    }

    private Result all(PackFiles files) {
        if (files.files().size() > PackFiles.MOST_FILES) {
            problems.add(Place.start(HEAD), "more than " + PackFiles.MOST_FILES + " files", "join some of them");
        } else {
            files.files().forEach(this::file);
        }
        for (String language : reading.head().languages()) {
            if (!words.containsKey(language)) {
                problems.add(
                        Place.start(HEAD), "no words in language " + language, "add i18n/" + language + ".properties");
            }
        }
        List<PackProblem> found = problems.list();
        return new Result(Optional.of(reading.head()), found.isEmpty() ? Optional.of(pack()) : Optional.empty(), found);
    }

    private Pack pack() {
        return new Pack(
                reading.head(),
                fields.fields(),
                fields.overrides(),
                codeLists,
                small.activities(),
                rules.rules(),
                rules.retention(),
                indicators.indicators(),
                questionnaires.questionnaires(),
                small.standards(),
                words,
                reading.references(),
                golden);
    }

    private void file(String path, byte[] bytes) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals(HEAD) || name.startsWith(".") || name.endsWith(".md")) {
            return;
        }
        Matcher match = FILE.matcher(path);
        if (!match.matches()) {
            problems.add(
                    Place.start(path),
                    "a pack has no such file",
                    "move it into its folder (fields/*.yaml, codelists/*.csv, i18n/*.properties, …) or take it away");
            return;
        }
        text(path, bytes, problems).ifPresent(text -> content(path, match, text));
    }

    private void content(String path, Matcher match, String text) {
        if (match.group(2) != null) {
            CodeListReader.read(reading, path, match.group(2), text).ifPresent(codeLists::add);
        } else if (match.group(3) != null) {
            words.put(match.group(3), WordsReader.read(path, text, problems));
        } else {
            YamlReader.read(path, text, problems).ifPresent(piece -> yaml(match.group(1), piece));
        }
    }

    private void yaml(String folder, Piece piece) {
        switch (folder) {
            case "fields" -> fields.read(piece);
            case "activities" -> small.readActivities(piece);
            case "rules" -> rules.read(piece);
            case "indicators" -> indicators.read(piece);
            case "questionnaires" -> questionnaires.read(piece);
            case "standards" -> small.readStandards(piece);
            default -> golden.add(piece);
        }
    }

    private static Optional<String> text(String file, byte[] bytes, Problems problems) {
        if (bytes.length > PackFiles.LARGEST_FILE) {
            problems.add(
                    Place.start(file), "larger than " + PackFiles.LARGEST_FILE + " bytes", "split it or take it away");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(Place.start(file), "not UTF-8", "save it in UTF-8");
            return Optional.empty();
        }
    }
}
