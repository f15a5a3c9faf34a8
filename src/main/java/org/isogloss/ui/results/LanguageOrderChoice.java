package org.isogloss.ui.results;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.isogloss.report.LanguageOrder;
import org.isogloss.ui.words.Words;

/** The choice of the order of languages in every heatmap. */
final class LanguageOrderChoice extends ComboBox<LanguageOrder> {
    private static final Words WORDS = Words.of(LanguageOrderChoice.class);

    LanguageOrderChoice(ObjectProperty<LanguageOrder> order) {
        setId("language-order");
        getItems().setAll(LanguageOrder.values());
        setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(LanguageOrder one) {
                        return one == null ? "" : words(one);
                    }

                    @Override
                    public LanguageOrder fromString(String words) {
                        throw new UnsupportedOperationException("the choice is not typed");
                    }
                });
        valueProperty().bindBidirectional(order);
        setAccessibleText(WORDS.text("order.name"));
        setTooltip(new Tooltip(WORDS.text("order.name")));
        setMinWidth(USE_PREF_SIZE);
    }

    private static String words(LanguageOrder order) {
        return switch (order) {
            case DATA -> WORDS.text("order.data");
            case SCRIPT -> WORDS.text("order.script");
            case FAMILY -> WORDS.text("order.family");
            case SCORE -> WORDS.text("order.score");
            case EXPOSURE -> WORDS.text("order.exposure");
        };
    }
}
