// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Follows every chain of a dump from its first entry and holds it against every checkpoint. Finds the first entry that was
 * changed, left out, put in, moved, cut off, or taken from another house.
 */
final class Verifier {
    /** Where a chain stands so far. */
    private record Place(long seq, String hash) {}

    private final Map<String, NavigableMap<Long, String>> vouched = new TreeMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private long checkpoints;
    private long entries;
    private long line;

    /** Reads the checkpoints, then the dump; says what was found. */
    static Verdict verify(BufferedReader dump, BufferedReader checkpoints, String pem) throws IOException {
        Verifier verifier = new Verifier();
        String what = "public key";
        try {
            Keys keys = Keys.of(pem);
            what = "checkpoints";
            verifier.checkpoints(checkpoints, keys);
            what = "dump";
            verifier.line = 0;
            verifier.entries(dump);
            return new Verdict(true, verifier.summary());
        } catch (WrongException e) {
            String place = verifier.line == 0 ? what : what + ", line " + verifier.line;
            return new Verdict(false, place + ": " + e.words());
        }
    }

    private void checkpoints(BufferedReader lines, Keys keys) throws IOException, WrongException {
        String previous = Canonical.ZEROS;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            Checkpoint checkpoint = Checkpoint.of(text);
            if (checkpoint.number() != line || !checkpoint.previous().equals(previous)) {
                throw new WrongException("a checkpoint was left out, put in or moved before this one");
            }
            keys.check(checkpoint);
            previous = Canonical.hash(checkpoint.signed());
            NavigableMap<Long, String> chain = vouched.computeIfAbsent(checkpoint.chain(), c -> new TreeMap<>());
            if (!chain.isEmpty() && chain.lastKey() >= checkpoint.seq()) {
                throw new WrongException("chain " + checkpoint.chain() + " was rolled back before this checkpoint");
            }
            chain.put(checkpoint.seq(), checkpoint.hash());
            checkpoints++;
        }
    }

    private void entries(BufferedReader lines) throws IOException, WrongException {
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            Entry entry = Entry.of(text);
            Place place = places.getOrDefault(entry.chain(), new Place(0, Canonical.ZEROS));
            require(entry.seq() == place.seq() + 1, entry, "entry " + (place.seq() + 1) + " was expected here");
            require(entry.previous().equals(place.hash()), entry, "it does not follow the entry before it");
            require(entry.hash().equals(entry.computed()), entry, "its hash does not match its content");
            NavigableMap<Long, String> chain = vouched.getOrDefault(entry.chain(), new TreeMap<>());
            String signed = chain.getOrDefault(entry.seq(), entry.hash());
            require(entry.hash().equals(signed), entry, "a signed checkpoint vouches for another entry here");
            places.put(entry.chain(), new Place(entry.seq(), entry.hash()));
            entries++;
        }
        line = 0;
        for (var chain : vouched.entrySet()) {
            long last = places.getOrDefault(chain.getKey(), new Place(0, Canonical.ZEROS))
                    .seq();
            if (last < chain.getValue().lastKey()) {
                throw new WrongException("chain " + chain.getKey() + " was cut off after entry " + last
                        + ": a signed checkpoint vouches for entry "
                        + chain.getValue().lastKey());
            }
        }
    }

    private static void require(boolean right, Entry entry, String words) throws WrongException {
        if (!right) {
            throw new WrongException("chain " + entry.chain() + ", entry " + entry.seq() + ": " + words);
        }
    }

    private String summary() {
        StringBuilder text = new StringBuilder();
        text.append(entries).append(" entries in ").append(places.size()).append(" chains, ");
        text.append(checkpoints).append(" checkpoints");
        places.forEach((chain, place) -> {
            NavigableMap<Long, String> signed = vouched.getOrDefault(chain, new TreeMap<>());
            long newest = signed.isEmpty() ? 0 : signed.lastKey();
            text.append("\n  ").append(chain).append(": ").append(place.seq()).append(" entries, ");
            text.append(place.seq() - newest).append(" after the newest checkpoint");
        });
        return text.toString();
    }
}
