// SPDX-License-Identifier: Apache-2.0
/**
 * The child's page, plain HTML without script and without anybody signed in, and the staff's page that makes its links.
 */
@NullMarked
package org.openbarnahus.ui.child.internal;

import org.jspecify.annotations.NullMarked;
