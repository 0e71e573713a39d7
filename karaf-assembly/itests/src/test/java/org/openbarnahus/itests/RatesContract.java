// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;

/** Whoever asks too fast is told when to come again, and nobody else is. */
public class RatesContract {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LOW =
            "\nperson.second = 1\nperson.burst = 30\naddress.second = 1\naddress.burst = 30\n";

    private final DemoProduct product = SharedProduct.product();

    @Test
    public void whoeverAsksTooFastWaitsAndOthersDoNot() throws Exception {
        Path settings = product.data().resolve("etc/org.openbarnahus.rates.cfg");
        String before = Files.readString(settings);
        Api fast = product.as("coordinator", "SE-DEMO");
        Api calm = product.as("coordinator", "NO-DEMO");
        try {
            Files.writeString(settings, before + LOW);
            Api.Answer refused = Samples.await(SOON, () -> fast.get("/session"), answer -> answer.status() == 429);
            assertEquals("TOO_FAST", refused.code());
            assertEquals("another person goes on", 200, calm.get("/session").status());
            Client nobody = new Client(product.data(), product.port());
            HttpResponse<String> page = signIn(nobody);
            for (int i = 0; i < 200 && page.statusCode() != 429; i++) {
                page = signIn(nobody);
            }
            assertEquals(429, page.statusCode());
            assertEquals("1", page.headers().firstValue("Retry-After").orElse(""));
            assertEquals("1", page.headers().firstValue("Refresh").orElse(""));
            assertEquals("who is signed in goes on", 200, calm.get("/session").status());
        } finally {
            Files.writeString(settings, before);
        }
        // one answer would also come under the low rates: the next tests must not meet these
        Samples.await(SOON, () -> lastOfMany(fast), answer -> answer.status() == 200);
    }

    private static Api.Answer lastOfMany(Api person) throws Exception {
        Api.Answer last = person.get("/session");
        for (int i = 0; i < 40; i++) {
            last = person.get("/session");
        }
        return last;
    }

    private static HttpResponse<String> signIn(Client nobody) throws Exception {
        return nobody.send("GET", "/sign-in", "", Map.of("Accept", "text/html"));
    }
}
