// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Step;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.service.query.OpenQuestionnaire;
import org.openbarnahus.ui.kit.text.Texts;

/**
 * All questions in one document, one on the screen at a time: the address's fragment says which, and the style sheet shows
 * it. So nothing leaves the tablet before the child sends it, going back is the browser's own going back, and there is no
 * script.
 */
final class QuestionPage {
    /** Screen that the answer to a refused attempt opens with: the form's address names it. */
    static final String CHECK = "check";

    private static final String START = "start";
    private static final String SEND = "send";

    private final String token;
    private final QuestionnaireDefinition questionnaire;
    private final Words words;
    private final Texts texts;
    private final List<Locale> languages;
    private final Sheet sheet;
    private final Optional<Worry> worry;
    private final List<Item> free;
    private final Html page;

    /**
     * @param texts in the language to ask in
     * @param languages to choose from
     * @param sheet what is filled in already
     * @param worry why it could not be sent
     */
    QuestionPage(
            String token,
            OpenQuestionnaire open,
            Texts texts,
            List<Locale> languages,
            Sheet sheet,
            Optional<Worry> worry) {
        this.token = token;
        this.questionnaire = open.definition();
        this.words = open.words();
        this.texts = texts;
        this.languages = languages;
        this.sheet = sheet;
        this.worry = worry;
        // what was written stays on the screen, even if free text has been switched off meanwhile
        this.free = open.freeText() || !sheet.texts().isEmpty() ? questionnaire.freeItems() : List.of();
        this.page = Frame.begin(texts, word(questionnaire.labelKey()));
    }

    String html() {
        page.add(
                "<form method=\"post\" action=\"/child/?&#63;lang=?#?\" autocomplete=\"off\">",
                token,
                texts.locale().getLanguage(),
                CHECK);
        // the first button answers to Enter: a switched-off one keeps a stray Enter from sending
        page.add("<button type=\"submit\" disabled hidden></button>");
        List<String> screens = screens();
        int number = 1;
        for (Item item : questionnaire.items()) {
            question(item, number, screens);
            number++;
        }
        for (Item item : free) {
            freeText(item, number, screens);
            number++;
        }
        send(screens);
        start(screens);
        return Frame.end(page.add("</form>"));
    }

    /** Ids of the screens in order, start first, send last. */
    private List<String> screens() {
        List<String> ids = new ArrayList<>();
        ids.add(START);
        Stream.concat(questionnaire.items().stream(), free.stream()).forEach(i -> ids.add(id(i.id())));
        ids.add(worry.filter(w -> !onScreen(w)).isPresent() ? CHECK : SEND);
        return ids;
    }

    private boolean onScreen(Worry about) {
        return free.stream().anyMatch(i -> i.id().equals(about.item()));
    }

    private String id(String item) {
        return worry.filter(w -> w.item().equals(item)).isPresent() ? CHECK : "q-" + item;
    }

    private void open(int number, List<String> screens) {
        int all = screens.size() - 2;
        page.add("<section class=\"screen\" id=\"?\" tabindex=\"-1\">", screens.get(number));
        page.add("<p class=\"count\">?</p>", texts.get("child.count", number, all));
        page.add("<progress max=\"?\" value=\"?\" aria-hidden=\"true\"></progress>", all, number);
    }

    private void question(Item item, int number, List<String> screens) {
        open(number, screens);
        page.add("<fieldset><legend><h1>?</h1></legend><div class=\"choices\">", word("item." + item.id()));
        String chosen = sheet.answers().getOrDefault(item.id(), "");
        Stream.concat(questionnaire.scale().steps().stream().map(Step::label), questionnaire.scale().extra().stream())
                .forEach(label -> choice(
                        item,
                        label,
                        chosen.equals(label),
                        word("scale." + questionnaire.scale().id() + "." + label)));
        choice(item, "", false, texts.get("child.skip"));
        page.add("</div></fieldset>");
        steps(number, screens);
    }

    private void choice(Item item, String value, boolean chosen, String label) {
        page.add("<label class=\"choice?\">", value.isEmpty() ? " quiet" : "");
        page.add("<input type=\"radio\" name=\"?\" value=\"?\"", Sheet.answerName(item), value);
        page.add(chosen ? " checked>" : ">").add("<span>?</span></label>", label);
    }

    private void freeText(Item item, int number, List<String> screens) {
        open(number, screens);
        String name = Sheet.textName(item);
        Optional<Worry> here = worry.filter(w -> w.item().equals(item.id()));
        page.add("<h1><label for=\"?\">?</label></h1>", name, word("item." + item.id()));
        page.add("<p class=\"words\" id=\"?-help\">?</p>", name, texts.get("child.text.help"));
        here.ifPresent(w -> page.add("<p class=\"worry\" role=\"alert\">?</p>", texts.get(w.key())));
        page.add("<textarea id=\"?\" name=\"?\" rows=\"5\" maxlength=\"2000\" ", name, name);
        page.add(here.isPresent() ? "aria-invalid=\"true\" " : "").add("aria-describedby=\"?-help\">\n", name);
        page.add("?</textarea>", sheet.texts().getOrDefault(item.id(), ""));
        steps(number, screens);
    }

    private void steps(int number, List<String> screens) {
        page.add("<nav class=\"steps\" aria-label=\"?\">", texts.get("child.steps"));
        page.add("<a class=\"button\" href=\"#?\">?</a>", screens.get(number - 1), texts.get("child.back"));
        page.add("<a class=\"button go\" href=\"#?\">?</a>", screens.get(number + 1), texts.get("child.next"));
        page.add("</nav><p class=\"small\">?</p></section>", texts.get("child.skip.hint"));
    }

    private void send(List<String> screens) {
        page.add("<section class=\"screen\" id=\"?\" tabindex=\"-1\">", screens.getLast());
        page.add("<h1>?</h1>", texts.get("child.send.title"));
        worry.filter(w -> !onScreen(w))
                .ifPresent(w -> page.add("<p class=\"worry\" role=\"alert\">?</p>", texts.get(w.key())));
        page.add("<p class=\"words\">?</p>", texts.get("child.send.help"));
        page.add(
                "<div class=\"steps\"><a class=\"button\" href=\"#?\">?</a>", before(screens), texts.get("child.back"));
        page.add("<button class=\"button go\" type=\"submit\">?</button></div></section>", texts.get("child.send"));
    }

    private static String before(List<String> screens) {
        return screens.get(screens.size() - 2);
    }

    /** Last in the document: the style sheet hides it when another screen before it is the one asked for. */
    private void start(List<String> screens) {
        page.add("<section class=\"screen\" id=\"?\" tabindex=\"-1\">", START);
        languages();
        page.add("<h1>?</h1>", texts.get("child.title"));
        page.add("<p class=\"words\">?</p>", word(questionnaire.labelKey() + ".intro"));
        page.add(
                "<div class=\"steps\"><a class=\"button go\" href=\"#?\">?</a></div>",
                screens.get(1),
                texts.get("child.start"));
        page.add("<p class=\"small\">?</p></section>", texts.get("child.time", screens.size() - 2));
    }

    private void languages() {
        if (languages.size() < 2) {
            return;
        }
        page.add("<nav class=\"languages\" aria-label=\"?\">", texts.get("child.language"));
        for (Locale language : languages) {
            String code = language.getLanguage();
            page.add("<a href=\"/child/?&#63;lang=?\" lang=\"?\" hreflang=\"?\"", token, code, code, code);
            page.add(code.equals(texts.locale().getLanguage()) ? " aria-current=\"true\">" : ">");
            page.add("?</a>", name(language));
        }
        page.add("</nav>");
    }

    /** Its own name, as one begins a line with it: most languages write it small within a sentence. */
    private static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private String word(String key) {
        return words.get(texts.locale(), key);
    }
}
