// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import org.openbarnahus.ui.kit.text.Texts;

/** Date fields as people of the language write dates. */
public final class Dates {
    private static final int MONTHS = 12;

    private Dates() {}

    /** A picker that can be typed into in several notations, shows the local one and leaves validation to its form. */
    public static DatePicker picker(Texts texts) {
        DatePicker picker = new DatePicker();
        picker.setLocale(texts.locale());
        picker.setManualValidation(true);
        picker.setClearButtonVisible(true);
        // days are typed; the calendar opens by its button. On a phone it would cover the page as soon as a form opens.
        picker.setAutoOpen(false);
        picker.setI18n(words(texts));
        return picker;
    }

    private static DatePickerI18n words(Texts texts) {
        DateFormatSymbols names = DateFormatSymbols.getInstance(texts.locale());
        DatePickerI18n words = new DatePickerI18n();
        words.setMonthNames(Arrays.asList(names.getMonths()).subList(0, MONTHS));
        List<String> week = Arrays.asList(names.getWeekdays());
        List<String> shortWeek = Arrays.asList(names.getShortWeekdays());
        words.setWeekdays(week.subList(1, week.size()));
        words.setWeekdaysShort(shortWeek.subList(1, shortWeek.size()));
        words.setFirstDayOfWeek(1);
        words.setToday(texts.get("kit.today"));
        words.setCancel(texts.get("kit.cancel"));
        String[] formats = texts.get("kit.date.typed").split("\\s*,\\s*");
        words.setDateFormats(formats[0], Arrays.copyOfRange(formats, 1, formats.length));
        return words;
    }
}
