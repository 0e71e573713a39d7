// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;

/** A page context without a browser: English, on a fixed day; texts are their keys. */
final class AtTheDesk implements ViewContext {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    @Override
    public Session session() {
        throw new UnsupportedOperationException("a form asks no service");
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public Texts texts() {
        return new Texts() {
            @Override
            public Locale locale() {
                return Locale.ENGLISH;
            }

            @Override
            public String get(String key, Object... arguments) {
                return key.equals("kit.date.typed") ? "yyyy-MM-dd" : key;
            }

            @Override
            public String count(String key, long number) {
                return key;
            }

            @Override
            public String date(LocalDate day) {
                return day.toString();
            }
        };
    }

    @Override
    public LocalDate today() {
        return TODAY;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public String person(UserId id) {
        throw new UnsupportedOperationException("a form asks for no names");
    }

    @Override
    public void navigate(String path, Map<String, String> query) {
        throw new UnsupportedOperationException("a form goes nowhere");
    }

    @Override
    public void access(Runnable task) {
        task.run();
    }
}
