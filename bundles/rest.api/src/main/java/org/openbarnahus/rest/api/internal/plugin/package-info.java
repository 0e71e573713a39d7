// SPDX-License-Identifier: Apache-2.0
/** Plugins and health over REST. */
@NullMarked
package org.openbarnahus.rest.api.internal.plugin;

import org.jspecify.annotations.NullMarked;
