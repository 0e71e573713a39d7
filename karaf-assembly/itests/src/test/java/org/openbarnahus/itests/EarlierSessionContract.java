// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;

/** Somebody signs in at a browser that another person has left: that person's session is over, and the trail says so. */
public class EarlierSessionContract {
    private static final String SESSION = Api.BASE + "/session";

    private final DemoProduct product = SharedProduct.product();
    private final Demo.User first = product.named("se-police2");
    private final Demo.User second = product.named("no-police2");

    private static String credentials(Demo.User user) throws Exception {
        return Api.JSON
                .createObjectNode()
                .put("username", user.username())
                .put("password", user.password())
                .put("otp", Demo.freshCode(user.username(), user.totpSecret()))
                .toString();
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("__Host-session="))
                .map(each -> each.replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    /** What somebody is told who still holds the cookie. */
    private int with(String cookie) throws Exception {
        return new Client(product.data(), product.port())
                .send("GET", SESSION, null, Map.of("Cookie", cookie))
                .statusCode();
    }

    private Answer trail() throws Exception {
        return product.as("dpo", "SE-DEMO").get("/audit?limit=200&kind=SIGN_OUT");
    }

    private long signedOut(Answer trail) {
        return trail.body()
                .path("entries")
                .valueStream()
                .filter(each -> each.toString().contains(first.username()))
                .count();
    }

    @Test
    public void signingInByProgramEndsTheSessionThatWasThere() throws Exception {
        Client browser = new Client(product.data(), product.port());
        Map<String, String> json = Map.of("Content-Type", "application/json");
        String left = cookie(browser.send("POST", SESSION, credentials(first), json));
        assertEquals(200, with(left));
        long before = signedOut(trail());
        HttpResponse<String> entered = browser.send("POST", SESSION, credentials(second), json);
        assertEquals(entered.body(), 200, entered.statusCode());
        assertEquals(401, with(left));
        assertEquals(200, with(cookie(entered)));
        // what is no change to a case is written down in batches
        Answer after = Samples.await(Duration.ofSeconds(20), this::trail, trail -> signedOut(trail) > before);
        assertEquals("the trail says who is out", before + 1, signedOut(after));
    }

    @Test
    public void signingInByPageEndsTheSessionThatWasThere() throws Exception {
        Surfer browser = new Surfer(product.data(), "https://localhost:" + product.port());
        HttpResponse<String> page = browser.get("/sign-in");
        HttpResponse<String> earlier = browser.send(page, "/sign-in", form(first));
        assertTrue(earlier.body(), earlier.statusCode() < 400);
        String left = cookie(earlier);
        assertEquals(200, with(left));
        HttpResponse<String> entered = browser.send(page, "/sign-in", form(second));
        assertTrue(entered.body(), entered.statusCode() < 400);
        assertEquals(401, with(left));
        assertEquals(200, with(cookie(entered)));
    }

    private static Map<String, String> form(Demo.User user) throws Exception {
        return Map.of(
                "username",
                user.username(),
                "password",
                user.password(),
                "otp",
                Demo.freshCode(user.username(), user.totpSecret()));
    }
}
