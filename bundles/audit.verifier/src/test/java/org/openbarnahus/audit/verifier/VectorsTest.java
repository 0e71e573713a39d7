// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The vectors that are published for auditors, and every byte of the good one changed. */
public class VectorsTest {
    private static final Path VECTORS = Path.of("../../docs/auditor/vectors");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    public void everyVectorIsJudgedAsPublished() throws Exception {
        List<String> rows = Files.readAllLines(VECTORS.resolve("expected.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t");
            int exit = verify(VECTORS.resolve(cells[0]), VECTORS.resolve(cells[1]));
            assertEquals(row, cells[2], said().lines().findFirst().orElse(""));
            assertEquals(row, cells[2].startsWith("VALID") ? Main.VALID : Main.NOT_VALID, exit);
        }
        assertTrue(rows.size() > 12);
    }

    @Test
    public void noByteOfADumpUpToTheLastCheckpointCanBeChangedUnseen() throws Exception {
        byte[] good = Files.readAllBytes(VECTORS.resolve("entries.jsonl"));
        Path changed = folder.newFile().toPath();
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(changed, bad);
            assertEquals("byte " + i, Main.NOT_VALID, verify(changed, VECTORS.resolve("checkpoints.jsonl")));
        }
    }

    @Test
    public void noByteOfTheCheckpointsCanBeChangedUnseen() throws Exception {
        byte[] good = Files.readAllBytes(VECTORS.resolve("checkpoints.jsonl"));
        Path changed = folder.newFile().toPath();
        for (int i = 0; i < good.length - 1; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(changed, bad);
            assertEquals("byte " + i, Main.NOT_VALID, verify(VECTORS.resolve("entries.jsonl"), changed));
        }
    }

    @Test
    public void everyLineThatIsCutOffBeforeTheLastCheckpointIsMissed() throws Exception {
        List<String> lines = Files.readAllLines(VECTORS.resolve("entries.jsonl"));
        for (int keep = 0; keep < lines.size() - 1; keep++) {
            Path cut = folder.newFile().toPath();
            Files.write(cut, lines.subList(0, keep));
            assertEquals(Main.NOT_VALID, verify(cut, VECTORS.resolve("checkpoints.jsonl")));
        }
    }

    @Test
    public void anotherKeyDoesNotVouch() throws Exception {
        Path other = folder.newFile().toPath();
        var pair = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(
                other,
                "-----BEGIN PUBLIC KEY-----\n"
                        + java.util.Base64.getEncoder()
                                .encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        said.reset();
        int exit = run(
                VECTORS.resolve("entries.jsonl").toString(),
                VECTORS.resolve("checkpoints.jsonl").toString(),
                other.toString());
        assertEquals(Main.NOT_VALID, exit);
        assertTrue(said(), said().contains("unknown key"));
    }

    @Test
    public void wrongUsageAndMissingFilesAreNoVerdict() {
        assertEquals(Main.WRONG, run("one"));
        assertEquals(Main.WRONG, run("there", "is", "nothing"));
        assertEquals("", said());
    }

    private int verify(Path dump, Path checkpoints) {
        said.reset();
        return run(
                dump.toString(),
                checkpoints.toString(),
                VECTORS.resolve("public-key.pem").toString());
    }

    private int run(String... files) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return Main.run(out, new PrintStream(new ByteArrayOutputStream()), files);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    public void aKeyThatIsNoKeyIsAVerdictAndNoFailure() throws Exception {
        for (String inside : new String[] {"A", "====", "AAAA", "A=A="}) {
            Path key = folder.newFile().toPath();
            Files.writeString(key, "-----BEGIN PUBLIC KEY-----\n" + inside + "\n-----END PUBLIC KEY-----\n");
            said.reset();
            int exit = run(
                    VECTORS.resolve("entries.jsonl").toString(),
                    VECTORS.resolve("checkpoints.jsonl").toString(),
                    key.toString());
            assertEquals(inside, Main.NOT_VALID, exit);
            assertTrue(said(), said().contains("public key: a public key is not an Ed25519 key"));
        }
    }
}
