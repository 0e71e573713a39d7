// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/**
 * The scripts that we wrote ourselves leave an element of a page no name to take (DOM clobbering): strict, so that nothing is
 * declared by chance; in a scope of their own; asking of window and document for what browsers define and not for names that an
 * element could have. What Flow and its components do is theirs; the dictionaries of functions are copies of it.
 */
public class ScriptsTest {
    private static final Pattern GLOBAL = Pattern.compile("\\b(window|document)\\.([A-Za-z_$][\\w$]*)");
    private static final Pattern BY_NAME = Pattern.compile("\\b(window|document|self|globalThis)\\s*\\[");
    private static final Pattern DECLARED = Pattern.compile("(?m)^(?:var|let|const|function|class)\\b.*");
    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:^\\s*//[^\\n]*$)");
    private static final Set<String> OF_BROWSERS = Set.of(
            "window.PublicKeyCredential",
            "window.addEventListener",
            "window.location",
            "window.setInterval",
            "document.addEventListener",
            "document.body",
            "document.createElement",
            "document.documentElement",
            "document.querySelector",
            "document.querySelectorAll",
            "document.title");

    private static final List<String> OURS = List.of(
            "bundles/auth.web/src/main/resources/org/openbarnahus/auth/web/internal/passkey.js",
            "bundles/ui.shell/src/main/resources/static/session.js");

    @Test
    public void everyScriptOfOursIsStrictAndAsksForNoNameOfAnElement() throws IOException {
        for (String script : OURS) {
            assertEquals(
                    script,
                    List.of(),
                    problems(Files.readString(Repository.root().resolve(script))));
        }
    }

    @Test
    public void thereAreNoOtherScripts() throws IOException {
        Set<String> others = new TreeSet<>();
        Path root = Repository.root();
        try (var files = Files.walk(root.resolve("bundles"))) {
            files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.contains("/src/main/") && file.endsWith(".js"))
                    .filter(file -> !OURS.contains(file) && !file.endsWith("/static/functions.js"))
                    .forEach(others::add);
        }
        assertEquals(Set.of("bundles/platform.echarts/src/main/resources/static/connector.js"), others);
    }

    @Test
    public void whatAnElementCouldBeTakenForIsFound() {
        String good = "// x\n'use strict';\n(() => { window.location.reload(); })();\n";
        assertEquals(List.of(), problems(good));
        assertTrue(problems("(() => {})();").toString().contains("strict"));
        for (String bad :
                List.of("window.config.url", "document.loginForm", "window['x']", "document . x [0]; window [y]")) {
            assertEquals(bad, 1, problems(good + "(() => { " + bad + "; })();").size());
        }
        assertEquals(1, problems(good + "\nvar shared = 1;").size());
    }

    private static List<String> problems(String script) {
        String code = COMMENT.matcher(script).replaceAll("");
        List<String> problems = new ArrayList<>();
        if (!code.strip().matches("(?s)(['\"])use strict\\1;.*")) {
            problems.add("not strict from its first statement on");
        }
        Matcher global = GLOBAL.matcher(code);
        while (global.find()) {
            if (!OF_BROWSERS.contains(global.group())) {
                problems.add(global.group());
            }
        }
        for (Pattern pattern : List.of(BY_NAME, DECLARED)) {
            Matcher found = pattern.matcher(code);
            while (found.find()) {
                problems.add(found.group());
            }
        }
        return problems;
    }
}
