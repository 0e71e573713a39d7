// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

/** The outcome, in words for an auditor. */
record Verdict(boolean valid, String text) {}
