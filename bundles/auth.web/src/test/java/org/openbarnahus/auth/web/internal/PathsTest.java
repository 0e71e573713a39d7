// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class PathsTest {
    private final PublicPaths paths = new PublicPaths();

    @Test
    public void onlyWhatIsDeclaredIsPublic() {
        paths.add(() -> "/child/");
        paths.add(() -> "/api/v1/health");
        for (String path : List.of(
                "/sign-in", "/sign-out", "/setup", "/sign-in/style.css", "/child/", "/child/a/b", "/api/v1/health")) {
            assertTrue(path, paths.contains(path));
        }
        for (String path : List.of(
                "/",
                "",
                "/child",
                "/children/",
                "/api/v1/health/",
                "/api/v1/healthy",
                "/api/v1/cases",
                "/sign-in/",
                "/SIGN-IN",
                "/Child/x")) {
            assertFalse(path, paths.contains(path));
        }
    }

    @Test
    public void noDetourThroughAPublicPathLeadsAnywhere() {
        paths.add(() -> "/child/");
        for (String path : List.of(
                "/child/../api/v1/cases",
                "/child/..",
                "/child/./x",
                "/child/%2e%2e/api/v1/cases",
                "/child/%2E%2E%2Fapi",
                "/child/..%2fapi",
                "/child/%5c..%5capi",
                "/child//api",
                "//child/x",
                "/child/x;jsessionid=1",
                "/child/x%3bjsessionid=1",
                "/child/\\..\\api",
                "/child/%00",
                "/child/%252e%252e/api",
                "/child/x y",
                "/child/x\ny",
                "child/x")) {
            assertFalse(path, paths.contains(path));
            assertFalse(path, Paths.plain(path));
        }
    }

    @Test
    public void everythingCannotBeDeclaredPublic() {
        for (String prefix : List.of("/", "", "/api/", "/api/v1/", "//", "/child/../")) {
            paths.add(() -> prefix);
        }
        assertFalse(paths.contains("/api/v1/cases"));
        assertFalse(paths.contains("/"));
    }

    @Test
    public void ordinaryPathsArePlain() {
        for (String path : List.of(
                "/",
                "/api/v1/cases/3f2c?x".replace("?x", ""),
                "/VAADIN/build/a-1.b_2.js",
                "/codelists/%C3%A5",
                "/a..b/.well-known")) {
            assertTrue(path, Paths.plain(path));
        }
    }

    @Test
    public void signInLeadsBackToAPageOfOursOnly() {
        assertTrue(SignInServlet.target("/cases/1").equals("/cases/1"));
        for (String target : List.of(
                "",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/api/v1/cases",
                "/sign-out",
                "/sign-in?to=/")) {
            assertTrue(target, SignInServlet.target(target).equals("/"));
        }
    }
}
