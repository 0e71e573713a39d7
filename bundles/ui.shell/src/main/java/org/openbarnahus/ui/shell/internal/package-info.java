// SPDX-License-Identifier: Apache-2.0
/** The frame around all pages: servlet, routes, layout, languages, page policy. */
@NullMarked
package org.openbarnahus.ui.shell.internal;

import org.jspecify.annotations.NullMarked;
