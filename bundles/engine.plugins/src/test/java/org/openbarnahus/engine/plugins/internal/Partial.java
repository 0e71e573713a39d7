// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Lets a fake write down only those methods of a large port that a test needs; calling another one fails the test. */
final class Partial {
    private Partial() {}

    /**
     * @param fake object with public methods of the port's names and parameter types
     */
    static <T> T of(Class<T> port, Object fake) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, args) -> {
            try {
                Method own = fake.getClass().getMethod(method.getName(), method.getParameterTypes());
                own.setAccessible(true);
                return own.invoke(fake, args);
            } catch (NoSuchMethodException e) {
                throw new UnsupportedOperationException(method.getName(), e);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
