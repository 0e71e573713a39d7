// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.Map;
import org.openbarnahus.itests.Api.Answer;

/** Somebody who shows the second factor again where that is asked for. */
record StepUp(Api api, Demo.User user) {
    static StepUp as(DemoProduct product, String role, String service, String username) {
        return new StepUp(product.as(role, service), product.named(username));
    }

    Answer post(String path, String body) throws Exception {
        return send("POST", path, body);
    }

    Answer send(String method, String path, String body) throws Exception {
        Answer answer = once(method, path, body);
        if (!answer.code().equals("STEP_UP_REQUIRED")) {
            return answer;
        }
        String otp = Demo.freshCode(user.username(), user.totpSecret());
        assertEquals(
                200, api.post("/session/step-up", "{\"otp\": \"" + otp + "\"}").status());
        Answer then = once(method, path, body);
        assertNotEquals("STEP_UP_REQUIRED", then.code());
        return then;
    }

    private Answer once(String method, String path, String body) throws Exception {
        return method.equals("POST") ? api.post(path, body) : api.send(method, path, body, Map.of());
    }
}
