// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

public class PageAssetsTest {
    @Test
    public void thePolicyAllowsNoScriptWithoutTheNonce() {
        String policy = ContentSecurityPolicy.policy("n0nce");
        assertTrue(policy, policy.contains("script-src 'self' 'nonce-n0nce';"));
        assertFalse(policy, policy.contains("unsafe-eval"));
        assertTrue(policy, policy.contains("frame-ancestors 'none'"));
    }

    @Test
    public void theDictionaryHoldsNoShortcutIdOfOnePage() throws IOException {
        String script = resource("/static/functions.js");
        assertTrue(script.contains("openBarnahusFunctions.add("));
        assertFalse(script.matches("(?s).*sc-[0-9a-f]{8}-[0-9a-f]{4}-.*"));
    }

    @Test
    public void everyLanguageHasEveryText() {
        ShellTexts texts = new ShellTexts();
        Set<String> english = new TreeSet<>(texts.texts("en").keySet());
        assertEquals(english, new TreeSet<>(texts.texts("sv").keySet()));
        assertEquals(english, new TreeSet<>(texts.texts("nb").keySet()));
    }

    private static String resource(String path) throws IOException {
        try (InputStream file = PageAssetsTest.class.getResourceAsStream(path)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
