@NullMarked
package org.openbarnahus.engine.audit.internal;

import org.jspecify.annotations.NullMarked;
