// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.jdk.internal;

import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/** On JDK 24 and later, weaves Karaf's classes that ask for the current subject. Must start before they are loaded. */
public final class Activator implements BundleActivator, WeavingHook {
    private static final int FIRST_WITHOUT_SUBJECTS = 24;

    @Override
    public void start(BundleContext context) {
        if (Runtime.version().feature() >= FIRST_WITHOUT_SUBJECTS) {
            context.registerService(WeavingHook.class, this, null);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the framework unregisters the hook
    }

    @Override
    public void weave(WovenClass woven) {
        String name = woven.getBundleWiring().getBundle().getSymbolicName();
        byte[] before = woven.getBytes();
        if (name == null
                || !name.startsWith("org.apache.karaf.")
                || !new String(before, StandardCharsets.ISO_8859_1).contains(SubjectCalls.SUBJECT)) {
            return;
        }
        byte[] after = SubjectCalls.redirect(before);
        if (after != before) {
            woven.setBytes(after);
            woven.getDynamicImports().add(SubjectCalls.OUR_PACKAGE);
        }
    }
}
