// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.echarts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/**
 * A chart, given as an ECharts option object in JSON and a sentence that says what it shows. A reader of a screen hears
 * that sentence, so the page should also offer the numbers as a table.
 *
 * @see <a href="https://echarts.apache.org/en/option.html">The option object</a>
 */
@Tag("div")
@JavaScript("context://echarts/echarts.min.js")
@JavaScript("context://echarts/connector.js")
public final class EChart extends Component implements HasSize {
    /** Constant on purpose: the page's script policy allows known expressions only. */
    private static final String DRAW = "window.openBarnahusChart(this, $0)";

    private String option;

    /**
     * @param label what the chart shows, in the reader's language
     * @param optionJson the ECharts option object
     */
    public EChart(String label, String optionJson) {
        option = optionJson;
        getElement().setAttribute("role", "img");
        setAriaLabel(label);
    }

    /** What the chart shows, in the reader's language. */
    public void setAriaLabel(String label) {
        getElement().setAttribute("aria-label", label);
    }

    /** Replaces the whole chart by another ECharts option object in JSON. */
    public void setOption(String optionJson) {
        option = optionJson;
        if (isAttached()) {
            draw();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        draw();
    }

    private void draw() {
        getElement().executeJs(DRAW, option);
    }
}
