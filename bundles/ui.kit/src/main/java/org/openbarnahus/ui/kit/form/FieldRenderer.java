// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import org.osgi.annotation.versioning.ConsumerType;

/** A plugin's own way to draw some fields. Publish one as an OSGi service; the first that wants a field draws it. */
@ConsumerType
public interface FieldRenderer {
    /** Whether it draws this field. */
    boolean renders(FieldContext context);

    /** A fresh editor. */
    FieldEditor editor(FieldContext context);
}
