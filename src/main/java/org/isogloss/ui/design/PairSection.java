package org.isogloss.ui.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isogloss.base.BadInputException;
import org.isogloss.batch.LanguagePair;
import org.isogloss.batch.PairWeights;
import org.isogloss.corpus.Lang;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** Pairs of languages that come more or less often than others. */
final class PairSection extends VBox {
    private static final Words WORDS = Words.of(PairSection.class);
    private static final double ARROW_WIDTH = 72;
    private static final int DIGITS = 5;

    private final DesignViewModel model;
    private final VBox rows = new VBox();
    private final ComboBox<Lang> question = languages(WORDS.text("pairs.question"));
    private final ComboBox<Lang> answer = languages(WORDS.text("pairs.answer"));
    private final TextField weight = weight("2");
    private final Label problem = Parts.caption("");
    private final Hyperlink none = new Hyperlink(WORDS.text("pairs.none"));
    private final Map<LanguagePair, Row> named = new HashMap<>();
    private List<Lang> offered = List.of();

    PairSection(DesignViewModel model) {
        this.model = model;
        getStyleClass().addAll("group", "pairs");
        none.setId("pairs-none");
        none.setOnAction(e -> change(PairWeights.NONE));
        rows.getStyleClass().add("rows");
        question.setId("pair-question");
        answer.setId("pair-answer");
        weight.setId("pair-weight");
        weight.setOnAction(e -> add());
        Button add = Parts.icon(Feather.PLUS, WORDS.text("pairs.add"), this::add);
        add.setId("pair-add");
        HBox adding = new HBox(question, new Label("→"), answer, new Label("×"), weight, add);
        adding.getStyleClass().add("pair-row");
        problem.getStyleClass().add("flaw");
        getChildren()
                .addAll(
                        Parts.heading(WORDS.text("pairs"), none),
                        Parts.caption(WORDS.text("pairs.meaning")),
                        rows,
                        adding,
                        problem);
        say("");
        model.look().addListener((property, before, now) -> show());
        model.draft().addListener((property, before, now) -> show());
        show();
    }

    /** Puts a pair where one is added, ready for its weight. */
    void choose(LanguagePair pair) {
        question.setValue(pair.question());
        answer.setValue(pair.answer());
        weight.requestFocus();
        weight.selectAll();
    }

    private static ComboBox<Lang> languages(String name) {
        ComboBox<Lang> box = new ComboBox<>();
        box.setAccessibleText(name);
        box.setPrefWidth(ARROW_WIDTH);
        return box;
    }

    private static TextField weight(String text) {
        TextField field = new TextField(text);
        field.setPrefColumnCount(DIGITS);
        field.setAccessibleText(WORDS.text("pairs.weight"));
        return field;
    }

    private PairWeights weights() {
        return model.draft().get().data().pairs();
    }

    private void change(PairWeights weights) {
        model.change(model.draft().get().withData(model.draft().get().data().withPairs(weights)));
    }

    private void show() {
        List<Lang> languages = model.look().get().languages();
        if (!languages.equals(offered)) {
            offered = languages;
            for (ComboBox<Lang> box : List.of(question, answer)) {
                Lang chosen = box.getValue();
                box.getItems().setAll(languages);
                box.setValue(chosen != null && languages.contains(chosen) ? chosen : null);
            }
        }
        Map<LanguagePair, Double> weighted = weights().weights();
        named.forEach(
                (pair, row) -> {
                    if (!weighted.containsKey(pair) && row.isFocusWithin()) {
                        question.requestFocus();
                    }
                });
        named.keySet().retainAll(weighted.keySet());
        List<Node> shown = new ArrayList<>();
        weighted.forEach(
                (pair, times) -> {
                    Row row = named.computeIfAbsent(pair, Row::new);
                    row.show(times);
                    shown.add(row);
                });
        rows.getChildren().setAll(shown);
        none.setVisible(!shown.isEmpty());
    }

    private void add() {
        if (question.getValue() == null || answer.getValue() == null) {
            say(WORDS.text("pairs.choose"));
        } else {
            set(new LanguagePair(question.getValue(), answer.getValue()), weight.getText());
        }
    }

    private void set(LanguagePair pair, String text) {
        OptionalDouble times = NumberText.read(text);
        if (times.isEmpty()) {
            say(WORDS.text("pairs.notANumber", text));
            return;
        }
        try {
            PairWeights next = weights().with(pair, times.getAsDouble());
            say("");
            if (!next.equals(weights())) {
                change(next);
            }
        } catch (BadInputException refused) {
            say(refused.getMessage());
        }
    }

    private void say(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
    }

    /** One pair and its weight; the same node as long as the pair has one, so that focus stays. */
    private final class Row extends HBox {
        private final TextField field = weight("");
        private double shown;

        Row(LanguagePair pair) {
            Label name = new Label(pair.question() + " → " + pair.answer());
            name.setMinWidth(USE_PREF_SIZE);
            field.setAccessibleText(WORDS.text("pairs.weightOf", name.getText()));
            field.setOnAction(e -> set(pair, field.getText()));
            field.focusedProperty()
                    .addListener(
                            (property, before, focused) -> {
                                if (!focused && weights().weights().containsKey(pair)) {
                                    set(pair, field.getText());
                                }
                            });
            getStyleClass().add("pair-row");
            getChildren()
                    .addAll(
                            name,
                            Parts.gap(),
                            new Label("×"),
                            field,
                            Parts.icon(
                                    Feather.X,
                                    WORDS.text("pairs.remove", name.getText()),
                                    () -> change(weights().with(pair, 1))));
        }

        /** Shows a weight; what is being typed is left alone as long as the weight is the same. */
        void show(double times) {
            if (!field.isFocused() || times != shown) {
                field.setText(NumberText.of(times));
            }
            shown = times;
        }
    }
}
