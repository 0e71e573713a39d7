// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.lang.reflect.Proxy;
import org.openbarnahus.core.service.store.KeyService;

/** Keys that hand out one secret and nothing else. */
final class Keys {
    private Keys() {}

    static KeyService with(String secret) {
        return (KeyService) Proxy.newProxyInstance(
                KeyService.class.getClassLoader(), new Class<?>[] {KeyService.class}, (self, method, arguments) -> {
                    if (method.getName().equals("secret")) {
                        return secret + arguments[0];
                    }
                    throw new AssertionError("not expected: " + method.getName());
                });
    }
}
