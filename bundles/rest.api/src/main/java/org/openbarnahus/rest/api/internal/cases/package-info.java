// SPDX-License-Identifier: Apache-2.0
/** Cases and timelines over REST; the JSON shapes stand beside their resources. */
@NullMarked
package org.openbarnahus.rest.api.internal.cases;

import org.jspecify.annotations.NullMarked;
