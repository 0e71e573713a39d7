// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.internal;

import java.util.List;
import org.openbarnahus.ui.kit.form.FieldRenderer;
import org.openbarnahus.ui.kit.form.Forms;
import org.openbarnahus.ui.kit.form.SchemaForm;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Gives every form the renderers of the moment. */
@Component
public final class FormMaker implements Forms {
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<FieldRenderer> renderers = List.of();

    @Override
    public SchemaForm create(ViewContext context) {
        return SchemaForm.with(context, () -> renderers);
    }
}
