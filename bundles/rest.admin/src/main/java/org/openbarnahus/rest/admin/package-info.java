// SPDX-License-Identifier: Apache-2.0
/**
 * Local administration: a Unix domain socket that only the owner of the data directory can open, and the small program
 * behind {@code hub admin} that talks to it. The program runs with this jar and the JDK alone, so it uses no other class.
 */
@NullMarked
package org.openbarnahus.rest.admin;

import org.jspecify.annotations.NullMarked;
