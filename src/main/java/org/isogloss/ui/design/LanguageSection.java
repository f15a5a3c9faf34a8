package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.statistics.ScriptCheck;
import org.isogloss.figure.Numbers;
import org.isogloss.ui.shell.ScriptCoverage;
import org.isogloss.ui.words.Words;

/** The languages of the training data, ticked where they are trained in. */
final class LanguageSection extends VBox {
    private static final Words WORDS = Words.of(LanguageSection.class);

    private static final double CODE = 52;

    private final DesignViewModel model;
    private final ScriptCoverage scripts;
    private final VBox list = new VBox();
    private final CheckBox bySize = new CheckBox(WORDS.text("languageSection.bySize"));
    private final PairSection pairs;
    private List<Lang> listed = List.of();

    LanguageSection(DesignViewModel model, ScriptCoverage scripts) {
        this.model = model;
        this.scripts = scripts;
        this.pairs = new PairSection(model);
        getStyleClass().add("form-section");
        Hyperlink all = new Hyperlink(WORDS.text("languageSection.all"));
        all.setId("all-languages");
        all.setOnAction(e -> choose(List.of()));
        bySize.setId("languages-by-size");
        bySize.setWrapText(true);
        bySize.setTooltip(new Tooltip(WORDS.text("languageSection.bySize.meaning")));
        bySize.setOnAction(
                e ->
                        model.change(
                                model.draft()
                                        .get()
                                        .withData(
                                                model.draft()
                                                        .get()
                                                        .data()
                                                        .withLanguagesBySize(
                                                                bySize.isSelected()))));
        list.getStyleClass().add("rows");
        list.setId("languages");
        getChildren()
                .addAll(
                        Parts.group(
                                Parts.heading(WORDS.text("languageSection.languages"), all),
                                Parts.caption(WORDS.text("languageSection.meaning")),
                                list,
                                new FlawLabel(model, DraftFlaw.LANGUAGES)),
                        bySize,
                        pairs);
        model.look().addListener((property, before, now) -> show());
        model.draft().addListener((property, before, now) -> show());
        show();
    }

    /** Offers a pair of languages to be weighted. */
    void choose(LanguagePair pair) {
        pairs.choose(pair);
    }

    private void show() {
        bySize.setSelected(model.draft().get().data().languagesBySize());
        List<Lang> languages = model.look().get().languages();
        if (!languages.equals(listed) || list.getChildren().isEmpty()) {
            listed = languages;
            List<Node> rows = new ArrayList<>();
            languages.forEach(lang -> rows.add(row(lang)));
            if (rows.isEmpty()) {
                rows.add(Parts.caption(WORDS.text("languageSection.none")));
            }
            list.getChildren().setAll(rows);
        }
        Set<Lang> ticked = ticked();
        for (Node node : list.getChildren()) {
            if (node.getUserData() instanceof Lang lang) {
                ((CheckBox) ((HBox) node).getChildren().get(0)).setSelected(ticked.contains(lang));
            }
        }
    }

    private Set<Lang> ticked() {
        List<Lang> chosen = model.draft().get().data().languages();
        return new LinkedHashSet<>(chosen.isEmpty() ? listed : chosen);
    }

    private Node row(Lang lang) {
        CheckBox tick = new CheckBox();
        tick.setId("language-" + lang);
        tick.setAccessibleText(lang.tag() + " " + lang.englishName());
        tick.setOnAction(e -> tick(lang, tick.isSelected()));
        Label code = new Label(lang.tag());
        code.getStyleClass().add("language-code");
        code.setMinWidth(CODE);
        Label name = new Label(lang.englishName());
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label script = Parts.caption(String.join(", ", ScriptCheck.expectedOf(lang)));
        script.setWrapText(false);
        script.setMinWidth(0);
        int items = model.look().get().items().getOrDefault(lang, 0);
        Label count = new Label(items == 0 ? "" : Numbers.count(items));
        count.getStyleClass().add("number");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(tick, code, name, Parts.gap(), script, count);
        row.getStyleClass().add("language-row");
        row.setUserData(lang);
        Tooltip.install(row, new Tooltip(scripts.ownName(lang)));
        return row;
    }

    private void tick(Lang lang, boolean in) {
        Set<Lang> ticked = ticked();
        if (in) {
            ticked.add(lang);
        } else {
            ticked.remove(lang);
        }
        List<Lang> chosen = listed.stream().filter(ticked::contains).toList();
        if (chosen.isEmpty()) {
            // none at all would mean every language, as in a recipe that names none
            show();
        } else {
            choose(chosen.size() == listed.size() ? List.of() : chosen);
        }
    }

    private void choose(List<Lang> languages) {
        model.change(
                model.draft().get().withData(model.draft().get().data().withLanguages(languages)));
    }
}
