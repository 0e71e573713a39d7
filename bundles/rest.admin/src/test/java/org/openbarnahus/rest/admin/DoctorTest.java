// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.service.LocalCopyService;
import org.openbarnahus.core.service.store.KeyAge;

public class DoctorTest extends RunningAdmin {
    @Test
    public void theDoctorFindsWhatIsWrong() throws IOException {
        assertEquals(0, run("", "doctor"));
        Path key = Files.createFile(data().resolve("keys").resolve("root.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        country = false;
        store.down = true;
        assertEquals(3, run("", "doctor"));
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(
                said, 3, said.lines().filter(line -> line.startsWith("WRONG")).count());
        assertTrue(said, said.contains("chmod go-rwx " + key));
    }

    @Test
    public void theDoctorSaysHowFarCopiesElsewhereAreAndWhoCanReadTheLog() throws IOException {
        assertEquals(0, run("", "doctor"));
        assertTrue(printed(), printed().contains("ok    copies elsewhere: none"));
        copies = () -> List.of(new LocalCopyService.Copy("directory", true, "has everything"));
        assertEquals(0, run("", "doctor"));
        assertTrue(printed(), printed().contains("ok    copies to directory: has everything"));
        copies = () -> List.of(new LocalCopyService.Copy("syslog", false, "behind since yesterday"));
        Path log = Files.createFile(data().resolve("log").resolve("openbarnahus.log"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw----"));
        assertEquals(3, run("", "doctor"));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said, said.contains("WRONG copies to syslog: behind since yesterday"));
        assertTrue(said, said.contains("chmod go-rwx " + log));
    }

    @Test
    public void theDoctorSaysWhereTheRootKeyIsAndWhichKeysAreOld() throws IOException {
        FakeKeys rotating = new FakeKeys();
        keys = rotating;
        assertEquals(0, run("", "doctor"));
        assertTrue(printed(), printed().contains("ok    root key: file root.key\n"));
        assertTrue(printed(), printed().contains("ok    age of keys: none is due\n"));
        rotating.ages = List.of(new KeyAge("root", Instant.EPOCH, Instant.EPOCH));
        assertEquals(0, run("", "doctor"));
        assertTrue(printed(), printed().contains("age of keys: 1 should be renewed: hub admin keys-status"));
        rotating.away = true;
        assertEquals(3, run("", "doctor"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("WRONG root key: the token is away"));
    }
}
