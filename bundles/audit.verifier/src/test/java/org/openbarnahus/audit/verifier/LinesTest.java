// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What a line may look like: one written form for each entry, and words for each way of being wrong. */
public class LinesTest {
    private static final List<String> AB = List.of("a", "b");
    private static final Path VECTORS = Path.of("../../docs/auditor/vectors");

    private static Map<String, String> read(String line) throws WrongException {
        return FlatJson.read(line, AB);
    }

    private static String wrong(String line) {
        return assertThrows(line, WrongException.class, () -> read(line)).words();
    }

    @Test
    public void textsNumbersAndEveryEscapeAreRead() throws WrongException {
        assertEquals(Map.of("a", "1", "b", "0"), read("{\"a\":\"1\",\"b\":0}"));
        assertEquals(Map.of("a", "", "b", "123456789012345678"), read("{\"a\":\"\",\"b\":123456789012345678}"));
        assertEquals(
                Map.of("a", "\"\\/\b\f\n\r\t", "b", "åÅ\u12af\u12AF"),
                read("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"b\":\"\\u00e5\\u00C5\\u12af\\u12AF\"}"));
    }

    @Test
    public void whatIsNoSuchObjectIsSaidToBeSo() {
        for (String line : List.of("", "{", "{\"a\":\"1", "{\"a\":\"\\u12", "{\"a\"")) {
            assertEquals(line, "the line ends too early", wrong(line));
        }
        for (String line : List.of("[\"a\"]", "{a:1}", "{\"a\";1}", "{\"a\":\"1\"]", " {}")) {
            assertEquals(line, "not a JSON object of texts and whole numbers", wrong(line));
        }
        for (String number : List.of("01", "-1", "x", "", "1234567890123456789", "true", "null", "{}")) {
            assertEquals(number, "not a text or a whole number", wrong("{\"a\":" + number + ",\"b\":1}"));
        }
        assertEquals("something follows the object", wrong("{\"a\":1,\"b\":2} "));
        assertEquals("the member a stands there twice", wrong("{\"a\":1,\"a\":2}"));
        assertEquals("a control character stands in a text", wrong("{\"a\":\"\u001f\",\"b\":2}"));
        for (String escape : List.of("\\x", "\\u00g0", "\\u00\u0661\u0661", "\\U0041", "\\/".replace('/', '\''))) {
            assertEquals(escape, "an unknown escape", wrong("{\"a\":\"" + escape + "\",\"b\":2}"));
        }
    }

    @Test
    public void theMembersAreThoseExpectedInTheirOrder() {
        for (String line :
                List.of("{\"b\":1,\"a\":2}", "{\"a\":1}", "{\"a\":1,\"b\":2,\"c\":3}", "{\"a\":1,\"c\":2}")) {
            assertEquals(line, "the members are not a, b", wrong(line));
        }
    }

    @Test
    public void bytesAreLengthAndText() {
        assertArrayEquals(
                new byte[] {0, 0, 0, 1, 'a', 0, 0, 0, 0, 0, 0, 0, 2, (byte) 0xc3, (byte) 0xa5},
                Canonical.bytes("a", "", "å"));
        byte[] much = Canonical.bytes("x".repeat(0x010203));
        assertArrayEquals(new byte[] {0, 1, 2, 3, 'x'}, java.util.Arrays.copyOf(much, 5));
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Canonical.hash("abc".getBytes(StandardCharsets.US_ASCII)));
    }

    private static String entry() throws Exception {
        return Files.readAllLines(VECTORS.resolve("with-addresses.jsonl")).getFirst();
    }

    private static String wrongEntry(String line) {
        return assertThrows(line, WrongException.class, () -> Entry.of(line)).words();
    }

    @Test
    public void everyPartOfAnEntryHasItsForm() throws Exception {
        String good = entry();
        Entry read = Entry.of(good);
        assertEquals(read.hash(), read.computed());
        assertEquals(1, read.seq());
        assertEquals(Canonical.ZEROS, read.previous());
        assertEquals(
                "the members are not",
                wrongEntry(good.replace("\"v\":2", "\"v\":1")).substring(0, 19));
        String old = Files.readAllLines(VECTORS.resolve("entries.jsonl")).getFirst();
        assertEquals("the format is not version 1 or 2", wrongEntry(old.replace("\"v\":1", "\"v\":3")));
        assertEquals("the chain is not a UUID in lower case", wrongEntry(good.replace("6f1c2f6e-", "6F1C2F6E-")));
        assertEquals("the time is not UTC in microseconds", wrongEntry(good.replace(".000001Z", ".000Z")));
        String hash = "a hash is not 64 lower-case hexadecimal digits";
        assertEquals(hash, wrongEntry(good.replace(Canonical.ZEROS, "0")));
        assertEquals(hash, wrongEntry(good.replace(read.hash(), read.hash().toUpperCase(java.util.Locale.ROOT))));
    }

    @Test
    public void everyPartOfACheckpointHasItsForm() throws Exception {
        String good = Files.readAllLines(VECTORS.resolve("checkpoints.jsonl")).getFirst();
        assertEquals(1, Checkpoint.of(good).number());
        Map<String, String> wrong = Map.of(
                good.replace("\"v\":1", "\"v\":2"), "the format is not version 1",
                good.replaceFirst("\"chain\":\"6", "\"chain\":\"G"), "the chain is not a UUID in lower case",
                good.replaceFirst("\"at\":\"2", "\"at\":\"x"), "the time is not UTC in microseconds",
                good.replaceFirst("\"hash\":\"[0-9a-f]", "\"hash\":\"-"),
                        "a hash is not 64 lower-case hexadecimal digits",
                good.replaceFirst("\"sig\":\"", "\"sig\":\"!"), "the signature is not base64");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            assertEquals(
                    each.getValue(),
                    assertThrows(each.getKey(), WrongException.class, () -> Checkpoint.of(each.getKey()))
                            .words());
        }
    }

    @Test
    public void withoutAKeyThereIsNoVerdictOfValid() {
        for (String pem :
                List.of("", "-----BEGIN PUBLIC KEY-----", "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----")) {
            assertEquals(
                    "there is no public key in PEM form",
                    assertThrows(pem, WrongException.class, () -> Keys.of(pem)).words());
        }
    }

    @Test
    public void howToAskAndWhatCannotBeReadIsSaid() {
        assertEquals("usage: audit-verify DUMP.jsonl CHECKPOINTS.jsonl PUBLIC-KEY.pem", complaint("one"));
        assertEquals("cannot be read: there", complaint("there", "is", "nothing"));
    }

    private static String complaint(String... files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(
                Main.WRONG,
                Main.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        files));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    public void theVerdictSaysHowFarEachChainIsVouchedFor() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                VECTORS.resolve("entries.jsonl").toString(),
                VECTORS.resolve("checkpoints.jsonl").toString(),
                VECTORS.resolve("public-key.pem").toString());
        assertEquals(Main.VALID, exit);
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "  00000000-0000-0000-0000-000000000000: 2 entries, 0 after the newest checkpoint",
                        "  6f1c2f6e-0b57-4c8e-9a39-5d2c1a7b0e11: 6 entries, 1 after the newest checkpoint"),
                said.lines().skip(1).sorted().toList());
    }
}
