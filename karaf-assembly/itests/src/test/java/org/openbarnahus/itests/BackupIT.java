// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;

/** A machine is lost; what is left are a backup and, from another place, the keys. */
public class BackupIT {
    private static final int CANNOT = 3;

    @Test
    public void whatWasRecordedIsThereAfterARestoreIntoANewDirectory() throws Exception {
        Path home = Distribution.unpack("backup");
        Path lost = directory(home, "lost");
        Path kept = directory(home, "kept");
        Demo.User coordinator;
        Answer made;
        try (Hub hub = new Hub(home, lost)) {
            int port = Distribution.freePort();
            hub.start(port, "--demo", "--demo-cases", "5");
            coordinator = Demo.of(lost).named("se-coordinator");
            made = Demo.signIn(lost, port, coordinator).post("/cases", Samples.swedishCase(11, ""));
            assertEquals(201, made.status());
            hub.run(0, "admin", "backup", "--to", kept.toString());
            hub.run(0, "admin", "drill", "--file", only(kept).toString());
        }
        Path found = directory(home, "found");
        copy(lost.resolve("keys"), found.resolve("keys"));
        try (Hub hub = new Hub(home, found)) {
            String port = Integer.toString(Distribution.freePort());
            hub.run(CANNOT, "admin", "restore", damaged(only(kept)).toString(), "--port", port);
            hub.run(0, "admin", "restore", only(kept).toString(), "--port", port);
            hub.run(0, "admin", "audit-check");
            Api api = Demo.signIn(found, Integer.parseInt(port), coordinator);
            assertEquals(made.body(), api.get("/cases/" + Samples.id(made)).body());
            hub.run(CANNOT, "admin", "restore", only(kept).toString());
        }
    }

    private static Path directory(Path home, String name) throws IOException {
        return Files.createDirectories(home.resolveSibling(
                "backup-" + name + "-" + ProcessHandle.current().pid()));
    }

    private static Path only(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".backup"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path damaged(Path backup) throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        return Files.write(backup.resolveSibling("damaged"), bytes);
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
    }
}
