// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One line of a checkpoint file: at the time, the chain's newest entry had this number and hash. */
record Checkpoint(
        long number,
        String previous,
        String chain,
        long seq,
        String hash,
        String key,
        byte[] signed,
        byte[] signature) {
    private static final String FORMAT = "openbarnahus-checkpoint/1";
    private static final List<String> MEMBERS = List.of("v", "n", "prev", "chain", "seq", "hash", "at", "key", "sig");

    static Checkpoint of(String line) throws WrongException {
        Map<String, String> m = FlatJson.read(line, MEMBERS);
        if (!Entry.value(m, "v").equals("1")) {
            throw new WrongException("the format is not version 1");
        }
        Canonical.requireForms(
                Entry.value(m, "chain"), Entry.value(m, "at"), Entry.value(m, "prev"), Entry.value(m, "hash"));
        String[] items = new String[MEMBERS.size() - 1];
        items[0] = FORMAT;
        for (int i = 1; i < items.length; i++) {
            items[i] = Entry.value(m, MEMBERS.get(i));
        }
        return new Checkpoint(
                Entry.number(Entry.value(m, "n")),
                Entry.value(m, "prev"),
                Entry.value(m, "chain"),
                Entry.number(Entry.value(m, "seq")),
                Entry.value(m, "hash"),
                Entry.value(m, "key"),
                Canonical.bytes(items),
                decoded(Entry.value(m, "sig")));
    }

    private static byte[] decoded(String base64) throws WrongException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new WrongException("the signature is not base64");
        }
    }
}
