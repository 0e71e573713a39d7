// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.vaadin.flow.server.ErrorEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.openbarnahus.ui.kit.text.Texts;

/** Whatever goes wrong in a page that nobody has thought of is one entry of the log, without what was typed. */
public class TroubleTest {
    private static final String SECRET = "Lisa was at school";

    private long now;
    private final Trouble trouble = new Trouble(new NoTexts(), new LogBudget(() -> now));

    /** Nobody is there to read. */
    private static final class NoTexts implements TextCatalog {
        @Override
        public List<Locale> languages() {
            return List.of();
        }

        @Override
        public Texts in(Locale locale) {
            throw new AssertionError("nobody is there");
        }
    }

    private String log(Throwable failure) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            trouble.error(new ErrorEvent(failure));
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    public void anUnknownFailureIsOneEntryWithoutItsMessage() {
        for (Throwable unknown : List.of(
                new IllegalStateException(SECRET),
                new StackOverflowError(SECRET),
                new RuntimeException(SECRET, new LinkageError(SECRET)))) {
            String log = log(unknown);
            assertEquals(log, 2, log.split("A page failed: ", -1).length);
            assertTrue(log, log.contains("Error") || log.contains("IllegalStateException"));
            assertFalse(log, log.contains("Lisa"));
        }
    }

    @Test
    public void aSessionThatFailsAllTheTimeLeavesRoomForTheOthers() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            log.append(log(new IllegalStateException(SECRET)));
        }
        assertEquals(LogBudget.BURST + 1, log.toString().split("A page failed: ", -1).length);

        now += TimeUnit.MINUTES.toNanos(1);
        String later = log(new IllegalStateException(SECRET));
        assertTrue(later, later.contains("4980 more failures of this session were not written"));
        assertTrue(later, later.contains("A page failed: "));
    }

    @Test
    public void aDatabaseThatIsGoneIsNoDefect() {
        assertEquals("", log(new StoreUnavailableException(SECRET, new IllegalStateException(SECRET))));
        assertEquals(
                "",
                log(new IllegalStateException(
                        new StoreUnavailableException(SECRET, new IllegalStateException(SECRET)))));
    }
}
