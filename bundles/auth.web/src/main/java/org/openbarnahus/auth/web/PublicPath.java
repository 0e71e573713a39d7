// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web;

import org.osgi.annotation.versioning.ConsumerType;

/** Register one as an OSGi service to let people reach a part of the application without signing in. */
@ConsumerType
public interface PublicPath {
    /** Beginning of the path, as {@code /child/}; matched after the path was normalised. A path without final slash is exact. */
    String prefix();
}
