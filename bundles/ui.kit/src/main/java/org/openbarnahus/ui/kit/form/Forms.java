// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import org.openbarnahus.ui.kit.view.ViewContext;
import org.osgi.annotation.versioning.ProviderType;

/** Makes forms that know every {@link FieldRenderer} of the moment. An OSGi service of ui.kit. */
@ProviderType
public interface Forms {
    /** An empty form; give it a schema by {@link SchemaForm#draw}. */
    SchemaForm create(ViewContext context);
}
