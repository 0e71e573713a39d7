// SPDX-License-Identifier: Apache-2.0
/** Lists the plugins that lie in the distribution and switches them on and off while it runs. */
@NullMarked
package org.openbarnahus.engine.plugins.internal;

import org.jspecify.annotations.NullMarked;
