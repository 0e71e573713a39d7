// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Outcome.Refused;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseRow;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Notices;

/**
 * Fetches the rows that a grid has in sight. The grid asks for the total first and for the first page next; both come with
 * one call.
 */
final class CaseRows {
    static final int PAGE = 50;
    private static final CasePage NONE = new CasePage(List.of(), 0);

    private final CaseDesk desk;
    private final ViewContext context;
    private final Listener listener;
    private CaseFilter filter;
    private @Nullable CasePage first;

    /** Told what the list has come to. */
    interface Listener {
        void found(long total);

        /** There may be cases; nobody can say now. */
        void failed(List<Problem> problems);
    }

    CaseRows(CaseDesk desk, ViewContext context, CaseFilter filter, Listener listener) {
        this.desk = desk;
        this.context = context;
        this.filter = filter;
        this.listener = listener;
    }

    CallbackDataProvider<CaseRow, Void> provider() {
        return DataProvider.fromCallbacks(this::fetch, this::count);
    }

    /** The next count asks anew. */
    void filter(CaseFilter wanted) {
        filter = wanted;
        first = null;
    }

    private int count(Query<CaseRow, Void> query) {
        Outcome<CasePage> answer = page(0, PAGE);
        CasePage page = told(answer);
        first = page;
        switch (answer) {
            case Done<CasePage> done -> listener.found(done.value().total());
            case Refused<CasePage> refused -> listener.failed(refused.problems());
        }
        return Math.toIntExact(Math.min(page.total(), Integer.MAX_VALUE));
    }

    private Stream<CaseRow> fetch(Query<CaseRow, Void> query) {
        int offset = query.getOffset();
        int left = query.getLimit();
        CasePage known = first;
        if (known != null && offset + left <= known.rows().size()) {
            return known.rows().subList(offset, offset + left).stream();
        }
        List<CaseRow> rows = new ArrayList<>();
        while (left > 0) {
            List<CaseRow> part =
                    told(page(offset, Math.min(left, CaseQuery.MAX_LIMIT))).rows();
            rows.addAll(part);
            offset += part.size();
            left = part.isEmpty() ? 0 : left - part.size();
        }
        return rows.stream();
    }

    private Outcome<CasePage> page(int offset, int limit) {
        return desk.cases()
                .map(c -> Attempt.read(() -> c.list(context.session(), filter.query(offset, limit))))
                .orElseGet(() -> Outcome.done(NONE));
    }

    /** Nothing when the list was refused; the reason is told. */
    private CasePage told(Outcome<CasePage> outcome) {
        return switch (outcome) {
            case Done<CasePage> done -> done.value();
            case Refused<CasePage> refused -> {
                Notices.refused(context.texts(), refused.problems());
                yield NONE;
            }
        };
    }
}
