// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import java.util.Set;
import java.util.stream.Stream;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;

/** The roles that somebody may be given here; whether they are given is decided by the service. */
final class RoleChoice {
    private static final Set<Role> OF_THE_NATION = Set.of(Role.NATIONAL_ADMIN, Role.NETWORK_ANALYST);

    private RoleChoice() {}

    static CheckboxGroup<Role> of(ViewContext context) {
        Texts texts = context.texts();
        boolean nation = context.session().actor().is(Role.NATIONAL_ADMIN);
        CheckboxGroup<Role> roles = new CheckboxGroup<>();
        roles.setLabel(texts.get("admin.account.roles"));
        roles.setItems(Stream.of(Role.values())
                .filter(r -> nation || !OF_THE_NATION.contains(r))
                .toList());
        roles.setItemLabelGenerator(r -> texts.get("admin.role." + r.code()));
        roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        return roles;
    }
}
