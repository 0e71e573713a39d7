// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.ui.kit.form.Dates;
import org.openbarnahus.ui.kit.form.Unreadable;
import org.openbarnahus.ui.kit.text.Texts;

/** Whom to add to a case, and until when; somebody who is there already gets the new day. */
final class NewColleague extends Div {
    private final ComboBox<AccountInfo> person = new ComboBox<>();
    private final Button add = new Button();
    private final BiConsumer<String, Optional<LocalDate>> wanted;
    private @Nullable DatePicker until;
    private transient @Nullable Texts texts;
    private transient LocalDate today = LocalDate.MIN;

    NewColleague(BiConsumer<String, Optional<LocalDate>> wanted) {
        this.wanted = wanted;
        addClassName("ob-team-form");
        person.setId("team-person");
        person.setClearButtonVisible(true);
        add.setId("team-add");
        add.setIcon(VaadinIcon.PLUS.create());
        add.addClickListener(e -> send());
        add(person, add);
    }

    /** Keeps what somebody is typing when the page is told anew. */
    void draw(Texts words, List<AccountInfo> people, LocalDate day) {
        texts = words;
        today = day;
        person.setLabel(words.get("team.person"));
        person.setItemLabelGenerator(a -> a.username() + " \u00b7 " + TeamPanel.agency(words, a.agency()));
        AccountInfo chosen = person.getValue();
        person.setItems(people);
        if (chosen != null && people.contains(chosen)) {
            person.setValue(chosen);
        }
        add.setText(words.get("team.add"));
        picker(words);
    }

    void clear() {
        person.clear();
        if (until != null) {
            until.clear();
        }
        person.focus();
    }

    private void picker(Texts words) {
        LocalDate kept = until == null ? null : until.getValue();
        if (until != null) {
            remove(until);
        }
        DatePicker fresh = Dates.picker(words);
        fresh.setLabel(words.get("team.until"));
        fresh.setHelperText(words.get("team.until.help"));
        fresh.setValue(kept);
        until = fresh;
        addComponentAtIndex(1, fresh);
    }

    /** A day that cannot be read must not become access without end. */
    private void send() {
        DatePicker day = until;
        Texts words = texts;
        if (day == null || words == null) {
            return;
        }
        AccountInfo who = person.getValue();
        person.setInvalid(who == null);
        person.setErrorMessage(words.get("team.person.missing"));
        boolean unreadable = Unreadable.in(day, day.getDefaultValidator());
        boolean past = day.getValue() != null && day.getValue().isBefore(today);
        day.setInvalid(unreadable || past);
        day.setErrorMessage(words.get(past ? "team.until.past" : "team.until.unreadable"));
        if (who != null && !day.isInvalid()) {
            wanted.accept(who.username(), Optional.ofNullable(day.getValue()));
        }
    }
}
