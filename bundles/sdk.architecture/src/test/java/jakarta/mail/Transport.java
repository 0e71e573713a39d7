// SPDX-License-Identifier: Apache-2.0
package jakarta.mail;

/** In the place of the real one, which is no dependency: so that the rule against mail can be broken. */
public final class Transport {}
