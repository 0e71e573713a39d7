// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.openbarnahus.platform.echarts.internal;

import org.jspecify.annotations.NullMarked;
