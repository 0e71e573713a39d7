// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import org.osgi.annotation.versioning.ProviderType;

/** A key of one object, opened for a short while; kept nowhere but wrapped. Implemented by store.keys. */
@ProviderType
public interface DataKey {
    /**
     * @param context binds the cipher text to its place, as in {@link KeyService}
     */
    byte[] encrypt(byte[] plain, String context);

    /**
     * @throws java.lang.IllegalStateException when the cipher text was changed, moved, or belongs to another key
     */
    byte[] decrypt(byte[] cipher, String context);
}
