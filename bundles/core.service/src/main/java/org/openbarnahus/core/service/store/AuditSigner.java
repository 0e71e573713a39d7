// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import org.osgi.annotation.versioning.ProviderType;

/** The Ed25519 key that signs checkpoints of the audit trail. Implemented by store.keys; the private half never leaves it. */
@ProviderType
public interface AuditSigner {
    /** 64 bytes, as RFC 8032. */
    byte[] sign(byte[] message);

    /** X.509 SubjectPublicKeyInfo in DER. */
    byte[] publicKey();
}
