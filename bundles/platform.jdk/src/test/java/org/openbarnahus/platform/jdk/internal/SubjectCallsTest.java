// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.jdk.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.security.auth.Subject;
import org.junit.Test;

public class SubjectCallsTest {
    /** Calls what Karaf calls; never run. */
    @SuppressWarnings("removal")
    static final class Caller {
        private Caller() {}

        static Subject ask() {
            return Subject.getSubject(java.security.AccessController.getContext());
        }
    }

    @Test
    public void aCallOfGetSubjectIsSentToOurs() throws IOException {
        String woven = new String(SubjectCalls.redirect(bytes(Caller.class)), StandardCharsets.ISO_8859_1);
        assertTrue(woven.contains("org/openbarnahus/platform/jdk/Subjects"));
    }

    @Test
    public void aClassWithoutSuchACallIsLeftAlone() throws IOException {
        byte[] before = bytes(Activator.class);
        assertSame(before, SubjectCalls.redirect(before));
        assertFalse(before.length == 0);
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }
}
