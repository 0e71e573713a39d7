// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.engine.schema.internal.pack.Piece.Mapping;
import org.openbarnahus.engine.schema.internal.pack.Piece.Member;
import org.openbarnahus.engine.schema.internal.pack.Piece.Scalar;
import org.openbarnahus.engine.schema.internal.pack.Piece.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document from parser events: bounded in depth and pieces, without anchors, aliases and tags, so that no
 * text can grow while it is read.
 */
final class YamlReader {
    private static final int DEEPEST = 24;
    private static final int MOST_PIECES = 20_000;

    private final String file;
    private final Problems problems;
    private final Iterator<Event> events;
    private int pieces;

    private YamlReader(String file, String text, Problems problems) {
        this.file = file;
        this.problems = problems;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(text.length() + 1)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** The document, or empty when it is none or refused; the reason is then among the problems. */
    static Optional<Piece> read(String file, String text, Problems problems) {
        YamlReader reader = new YamlReader(file, text, problems);
        try {
            return Optional.of(reader.document());
        } catch (Refused e) {
            problems.add(e.place, e.problem, e.cure);
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(reader::place).orElse(Place.start(file));
            problems.add(
                    place, "not YAML: " + Problems.quote(String.valueOf(e.getProblem())), "correct the syntax here");
        } catch (YamlEngineException e) {
            problems.add(Place.start(file), "not YAML", "save it as YAML 1.2 in UTF-8");
        }
        return Optional.empty();
    }

    private Piece document() {
        events.next(); // the stream starts
        Event start = events.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw new Refused(Place.start(file), "the file is empty", "write its content or take the file away");
        }
        Piece piece = piece(events.next(), 0);
        events.next(); // the document ends
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new Refused(place(after), "a second document begins", "keep one document in a file");
        }
        return piece;
    }

    private Piece piece(Event event, int depth) {
        Place place = place(event);
        if (++pieces > MOST_PIECES) {
            throw new Refused(place, "more than " + MOST_PIECES + " values in one file", "split the file");
        }
        if (depth > DEEPEST) {
            throw new Refused(place, "nested deeper than " + DEEPEST + " levels", "write it flatter");
        }
        checkPlain(event, place);
        return switch (event.getEventId()) {
            case Scalar -> new Scalar(((ScalarEvent) event).getValue(), ((ScalarEvent) event).isPlain(), place);
            case SequenceStart -> sequence(place, depth);
            case MappingStart -> mapping(place, depth);
            default -> throw new Refused(place, "a value is missing", "write one");
        };
    }

    private void checkPlain(Event event, Place place) {
        if (event.getEventId() == Event.ID.Alias
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refused(place, "anchors and aliases are not allowed", "write the value out");
        }
        boolean tagged = event instanceof ScalarEvent s && s.getTag().isPresent()
                || event instanceof CollectionStartEvent c && c.getTag().isPresent();
        if (tagged) {
            throw new Refused(place, "tags are not allowed", "take the !tag away");
        }
    }

    private Sequence sequence(Place place, int depth) {
        List<Piece> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(piece(event, depth + 1));
        }
        return new Sequence(items, place);
    }

    private Mapping mapping(Place place, int depth) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Place at = place(event);
            if (!(piece(event, depth + 1) instanceof Scalar key)) {
                throw new Refused(at, "a key is not a text", "use a simple key");
            }
            Member member = new Member(at, piece(events.next(), depth + 1));
            if (members.putIfAbsent(key.text(), member) != null) {
                problems.add(at, "key " + Problems.quote(key.text()) + " twice", "keep one of them");
            }
        }
        return new Mapping(members, place);
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(Place.start(file));
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Ends the reading of this file. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Place place;
        private final transient String problem;
        private final transient String cure;

        Refused(Place place, String problem, String cure) {
            super(problem, null, false, false);
            this.place = place;
            this.problem = problem;
            this.cure = cure;
        }
    }
}
