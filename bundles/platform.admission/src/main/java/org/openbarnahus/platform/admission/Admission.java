// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The only way in for a jar that is not of the distribution. None of this says who may switch: that is the caller's. */
@ProviderType
public interface Admission {
    /** Whether signatures are not asked for, which is for the desk of somebody who writes a plugin, and nowhere else. */
    boolean development();

    /** Addresses of bundles that wanted to run and were not let; for the log, which is not there yet when the first come. */
    Set<String> turnedAway();

    /** The jars in the site's folder, by name, each read and verified anew; and those that run and whose jar is gone. */
    List<Offer> offers();

    /** The bundle of a jar that was let in and has not been sent out since. */
    Optional<Bundle> running(String name);

    /**
     * Verifies the jar, and installs and starts the very bytes that were verified.
     *
     * @throws NotAdmittedException when it may not run; nothing of it is kept
     * @throws BundleException when the framework cannot start it; nothing of it is kept
     */
    Bundle admit(String name) throws NotAdmittedException, BundleException;

    /** Stops it and takes it out; nothing when it is not in. */
    void dismiss(String name) throws BundleException;
}
