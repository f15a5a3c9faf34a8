package org.isogloss.ui.design;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.isogloss.experiment.Encoding;
import org.isogloss.ui.words.Words;

/** How texts become vectors; what is left open is as the backbone's files say. */
final class TextFields extends VBox {
    private static final Words WORDS = Words.of(TextFields.class);
    private static final String OPEN = "";

    private final DesignViewModel model;
    private final ComboBox<String> pooling = new ComboBox<>();
    private final CheckBox context = new CheckBox(WORDS.text("textFields.context"));
    private boolean following;

    TextFields(DesignViewModel model) {
        this.model = model;
        getStyleClass().add("settings");
        pooling.setId("pooling");
        pooling.setMaxWidth(Double.MAX_VALUE);
        pooling.getItems().add(OPEN);
        pooling.getItems().addAll(Encoding.poolings());
        pooling.setConverter(new PoolingWords());
        pooling.valueProperty().addListener((property, before, now) -> choose(now));
        context.setId("context");
        context.setWrapText(true);
        context.setOnAction(e -> choose(context.isSelected()));
        getChildren()
                .addAll(
                        Parts.named(WORDS.text("textFields.pooling"), pooling),
                        prefix(
                                WORDS.text("textFields.questionPrefix"),
                                "question-prefix",
                                Encoding::questionPrefix,
                                TextFields::withQuestionPrefix),
                        prefix(
                                WORDS.text("textFields.passagePrefix"),
                                "passage-prefix",
                                Encoding::passagePrefix,
                                TextFields::withPassagePrefix),
                        context,
                        Parts.caption(WORDS.text("textFields.meaning")));
        model.draft().addListener((property, before, now) -> show(now.encoding()));
        show(model.draft().get().encoding());
    }

    private VBox prefix(
            String words,
            String id,
            Function<Encoding, String> read,
            BiFunction<Encoding, String, Encoding> write) {
        DraftText field =
                new DraftText(
                        model,
                        id,
                        draft -> {
                            String prefix = read.apply(draft.encoding());
                            return prefix == null ? OPEN : prefix;
                        },
                        (draft, text) ->
                                draft.withEncoding(
                                        write.apply(
                                                draft.encoding(), text.isEmpty() ? null : text)));
        return Parts.named(words, field);
    }

    private void show(Encoding encoding) {
        following = true;
        pooling.setValue(encoding.pooling() == null ? OPEN : encoding.pooling());
        context.setSelected(encoding.context());
        following = false;
    }

    private void choose(String now) {
        if (!following && now != null) {
            Encoding before = model.draft().get().encoding();
            change(
                    new Encoding(
                            now.isEmpty() ? null : now,
                            before.maxTokens(),
                            before.questionPrefix(),
                            before.passagePrefix(),
                            before.context()));
        }
    }

    private void choose(boolean paragraphs) {
        Encoding before = model.draft().get().encoding();
        change(
                new Encoding(
                        before.pooling(),
                        before.maxTokens(),
                        before.questionPrefix(),
                        before.passagePrefix(),
                        paragraphs));
    }

    private void change(Encoding encoding) {
        model.change(model.draft().get().withEncoding(encoding));
    }

    private static Encoding withQuestionPrefix(Encoding before, String prefix) {
        return new Encoding(
                before.pooling(),
                before.maxTokens(),
                prefix,
                before.passagePrefix(),
                before.context());
    }

    private static Encoding withPassagePrefix(Encoding before, String prefix) {
        return new Encoding(
                before.pooling(),
                before.maxTokens(),
                before.questionPrefix(),
                prefix,
                before.context());
    }

    /** The poolings' ids; none is the backbone's own. */
    private static final class PoolingWords extends StringConverter<String> {
        @Override
        public String toString(String id) {
            return id == null || id.isEmpty() ? WORDS.text("textFields.asTheBackbone") : id;
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("the choice is not typed");
        }
    }
}
