// SPDX-License-Identifier: Apache-2.0
/** Charts for views, drawn by Apache ECharts. */
@NullMarked
@Version("1.0.0")
package org.openbarnahus.platform.echarts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
