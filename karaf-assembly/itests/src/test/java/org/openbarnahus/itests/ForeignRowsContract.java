// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.Test;

/** Somebody has the password of the role that works on PostgreSQL, and writes to the rows of accounts (decision 47). */
public class ForeignRowsContract {
    private static final String HOUSE = "SE-DEMO";
    private final DemoProduct product = SharedProduct.product();
    private final Demo.User user = product.named("se-health");

    /** Others have guessed from this machine before: it may have to wait, which uses no code up. */
    private int signIn() throws Exception {
        String body = Api.JSON
                .createObjectNode()
                .put("username", user.username())
                .put("password", user.password())
                .put("otp", Demo.freshCode(user.username(), user.totpSecret()))
                .toString();
        Client client = new Client(product.data(), product.port());
        return Samples.await(
                Duration.ofSeconds(30),
                () -> client.send("POST", Api.BASE + "/session", body, Map.of("Content-Type", "application/json"))
                        .statusCode(),
                status -> status != 429);
    }

    private void roles(String expression) throws Exception {
        SharedProduct.database()
                .asThief(HOUSE, "update account set roles = " + expression + " where username = 'se-health'");
    }

    @Test
    public void aRoleWrittenIntoTheDatabaseLetsNobodyInAndIsAnAlert() throws Exception {
        roles("roles || ',MANAGER'");
        try {
            assertEquals(401, signIn());
            Samples.await(
                    Duration.ofSeconds(90),
                    () -> product.as("dpo", HOUSE).get("/alerts"),
                    answer -> answer.body().toString().contains("foreign_row"));
        } finally {
            roles("replace(roles, ',MANAGER', '')");
        }
        assertEquals("as the product wrote it", 200, signIn());
    }
}
