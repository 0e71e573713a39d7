// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The shipped distribution and a real identity provider; the forms of both are walked as a browser would. */
public class OidcIT {
    private static final String OUTSIDE = "/sign-in/outside";
    private static final String BUTTON = "Sign in with Region Test";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static DemoProduct product;
    private static Keycloak keycloak;
    private static String home;
    private static HttpResponse<String> before;

    @BeforeClass
    public static void start() throws Exception {
        String archive = System.getProperty("keycloak", "");
        assumeTrue("Keycloak is not here: run with -Pkeycloak", Files.exists(Path.of(archive)) && !archive.isEmpty());
        product = DemoProduct.start("oidc", Map.of());
        home = "https://localhost:" + product.port();
        keycloak = Keycloak.start(Path.of(archive), home);
        before = new Surfer(product.data(), home).get("/sign-in");
        Path secret = Files.writeString(product.data().resolve("etc/oidc-secret"), Keycloak.SECRET + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(product.data().resolve("etc/org.openbarnahus.auth.oidc.cfg"), """
                issuer = %s
                name = Region Test
                address = %s
                client.id = hub
                client.secret.file = %s
                required.amr = pwd,otp
                development.http = true
                """.formatted(
                        keycloak.issuer(), home, secret));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!new Surfer(product.data(), home).get("/sign-in").body().contains(BUTTON)) {
            assertTrue("the provider does not appear", System.nanoTime() < end);
            Thread.sleep(500);
        }
    }

    @AfterClass
    public static void stop() throws Exception {
        if (keycloak != null) {
            keycloak.close();
        }
        if (product != null) {
            product.close();
        }
    }

    private static Surfer surfer() throws Exception {
        return new Surfer(product.data(), home);
    }

    /** Leaves from a page of the product's: the provider's answer. */
    private static HttpResponse<String> leave(Surfer surfer, String page, String errand) throws Exception {
        HttpResponse<String> away = surfer.send(surfer.get(page), OUTSIDE, Map.of("for", errand, "to", "/account"));
        assertTrue(away.headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("__Host-outside=") && cookie.contains("SameSite=Lax")));
        return surfer.get(Surfer.led(away));
    }

    /** Password and code there, and back with what the provider sends. */
    private static HttpResponse<String> prove(Surfer surfer, HttpResponse<String> page) throws Exception {
        HttpResponse<String> second = surfer.fill(page, Map.of("username", "se-anna", "password", Keycloak.PASSWORD));
        String code = Keycloak.code();
        return surfer.get(Surfer.redirected(surfer.fill(second, Map.of("otp", code))));
    }

    private static HttpResponse<String> done(Surfer surfer, HttpResponse<String> back) throws Exception {
        return surfer.get(Surfer.led(back));
    }

    private static Surfer signedInLocally(String username) throws Exception {
        Surfer surfer = surfer();
        Demo.User user = product.named(username);
        HttpResponse<String> entered = surfer.send(
                surfer.get("/sign-in"),
                "/sign-in",
                Map.of(
                        "username",
                        username,
                        "password",
                        user.password(),
                        "otp",
                        Demo.freshCode(username, user.totpSecret()),
                        "to",
                        "/account"));
        // 200: it ended the session of a test before
        assertTrue(entered.body(), entered.statusCode() < 400);
        return surfer;
    }

    @Test
    public void nothingIsSeenOfItUntilItIsConfigured() {
        assertEquals(200, before.statusCode());
        assertFalse(before.body().contains(OUTSIDE));
    }

    @Test
    public void whoeverLinkedTheOwnAccountSignsInThereStepsUpThereAndCanEndIt() throws Exception {
        Surfer stranger = surfer();
        HttpResponse<String> unknown = done(stranger, prove(stranger, leave(stranger, "/sign-in", "sign-in")));
        assertEquals(401, unknown.statusCode());
        assertTrue(unknown.body(), unknown.body().contains("You cannot be signed in this way."));

        Surfer owner = signedInLocally("se-coordinator");
        assertEquals("/account", path(done(owner, prove(owner, leave(owner, "/account", "link")))));
        assertTrue(owner.get("/account").body().contains("Linked with Region Test"));

        Surfer surfer = surfer();
        HttpResponse<String> entered = done(surfer, prove(surfer, leave(surfer, "/sign-in", "sign-in")));
        assertEquals("it ended the other session", 200, entered.statusCode());
        assertTrue(entered.headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("__Host-session=") && cookie.contains("SameSite=Strict")));
        HttpResponse<String> account = surfer.get("/account");
        assertTrue(account.body(), account.body().contains("with your organisation"));
        assertEquals("/sign-in", path(owner.get("/account")).replaceFirst("\\?.*", ""));

        assertEquals("/account", path(done(surfer, prove(surfer, leave(surfer, "/step-up", "step-up")))));
        Surfer.redirected(surfer.send(surfer.get("/account"), OUTSIDE, Map.of("for", "unlink")));
        assertTrue(surfer.get("/account").body().contains("Not linked."));
        Surfer after = surfer();
        assertEquals(
                401,
                done(after, prove(after, leave(after, "/sign-in", "sign-in"))).statusCode());
    }

    @Test
    public void aProviderThatUsedOneFactorOnlyIsNotBelieved() throws Exception {
        Surfer surfer = surfer();
        HttpResponse<String> back = surfer.get(Surfer.redirected(surfer.fill(
                leave(surfer, "/sign-in", "sign-in"), Map.of("username", "se-bare", "password", Keycloak.PASSWORD))));
        assertEquals(401, back.statusCode());
        assertTrue(back.body(), back.body().contains("second factor"));
    }

    @Test
    public void anAnswerThatWasMeantForAnotherBrowserOpensNothing() throws Exception {
        Surfer victim = surfer();
        Surfer thief = surfer();
        HttpResponse<String> second = victim.fill(
                leave(victim, "/sign-in", "sign-in"), Map.of("username", "se-anna", "password", Keycloak.PASSWORD));
        String code = Keycloak.code();
        String address = Surfer.redirected(victim.fill(second, Map.of("otp", code)));
        leave(thief, "/sign-in", "sign-in");
        assertEquals(401, thief.get(address).statusCode());
        assertEquals(401, surfer().get(address).statusCode());
        assertEquals(200, victim.get(address).statusCode());
        assertEquals(401, victim.get(address).statusCode());
    }

    private static String path(HttpResponse<String> answer) {
        return Surfer.redirected(answer).replaceFirst("https://[^/]*", "");
    }
}
