// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A port of which a test needs only some methods; a call of any other fails the test. */
public final class Partial {
    private Partial() {}

    /**
     * @param port interface to stand in for; its default methods work as they are, unless the fake has its own
     * @param fake object with public methods of the port's names and parameter types
     */
    public static <T> T of(Class<T> port, Object fake) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, args) -> {
            try {
                Method own = fake.getClass().getMethod(method.getName(), method.getParameterTypes());
                own.setAccessible(true);
                return own.invoke(fake, args);
            } catch (NoSuchMethodException e) {
                if (method.isDefault()) {
                    return InvocationHandler.invokeDefault(self, method, args);
                }
                throw new UnsupportedOperationException(method.getName(), e);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
