// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission;

/** A jar may not run. */
public final class NotAdmittedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public NotAdmittedException(Refusal.Reason reason, String detail) {
        super(reason + (detail.isEmpty() ? "" : " " + detail));
        this.refusal = new Refusal(reason, detail);
    }

    public Refusal refusal() {
        return refusal;
    }
}
