package org.isogloss.ui.start;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.ui.chart.FigureThumbnail;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A study's card: its strategies in pictures, where it stands, and its next step. */
final class StudyCardView extends VBox {
    private static final Words WORDS = Words.of(StudyCardView.class);

    private static final double PICTURES = 768;
    private static final double LARGEST = 240;
    private static final double PICTURES_WHERE_WIDE = 1344;
    private static final double LARGEST_WHERE_WIDE = 432;
    private static final double GAP = 24;
    private static final int LANGUAGES = 11;

    /**
     * @param wide true where there is room for larger pictures
     */
    StudyCardView(
            StudyCard card,
            boolean wide,
            ObservableValue<Theme> theme,
            Button action,
            CheckBox leaveOut) {
        getStyleClass().addAll("study-card", "panel");
        Label kind =
                new Label(
                        card.sample()
                                ? WORDS.text("studyCard.sampleStudy")
                                : WORDS.text("studyCard.yourStudy"));
        kind.getStyleClass().add("caption");
        Label title = new Label(card.title());
        title.getStyleClass().add("view-title");
        title.setWrapText(true);
        getChildren().addAll(new VBox(kind, title), strategies(card.strategies(), wide, theme));
        getChildren().addAll(caption(card), leaveOut, gap(), foot(card, action));
    }

    private static Node strategies(
            List<StrategyCard> cards, boolean wide, ObservableValue<Theme> theme) {
        double largest = wide ? LARGEST_WHERE_WIDE : LARGEST;
        double across = wide ? PICTURES_WHERE_WIDE : PICTURES;
        double side =
                Math.floor(Math.min(largest, (across - GAP * (cards.size() - 1)) / cards.size()));
        HBox strategies = new HBox();
        strategies.getStyleClass().add("strategies");
        cards.forEach(card -> strategies.getChildren().add(strategy(card, side, theme)));
        return strategies;
    }

    private static Node strategy(StrategyCard card, double side, ObservableValue<Theme> theme) {
        Label name = new Label(card.style().name(), new StrategyMark(card.style()));
        name.getStyleClass().add("strategy-name");
        Node picture =
                card.heatmap()
                        .<Node>map(figure -> new FigureThumbnail(figure, side, theme))
                        .orElseGet(() -> new SamplingPicture(card, LANGUAGES, side));
        Label meaning = new Label(card.meaning());
        meaning.getStyleClass().add("caption");
        meaning.setWrapText(true);
        VBox strategy = new VBox(picture, name, meaning);
        strategy.getStyleClass().add("strategy");
        strategy.setMinWidth(side);
        strategy.setMaxWidth(side);
        return strategy;
    }

    private static Node caption(StudyCard card) {
        long scored = card.strategies().stream().filter(one -> one.heatmap().isPresent()).count();
        String what =
                scored == 0
                        ? WORDS.text("studyCard.languagePairsSeenIn")
                        : scored < card.strategies().size()
                                ? WORDS.text("studyCard.retrievalQualityMapWhere")
                                : WORDS.text("studyCard.retrievalQualityMapBrighter");
        Label caption = new Label(WORDS.text("studyCard.rowsAreQuestionColumns", what));
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        return caption;
    }

    private static Region gap() {
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Node foot(StudyCard card, Button action) {
        Label facts = new Label(card.facts());
        facts.getStyleClass().add(Styles.TEXT_MUTED);
        VBox about = new VBox(facts);
        if (!card.basis().isEmpty()) {
            Label basis = new Label(card.basis());
            basis.setId("time-basis");
            basis.getStyleClass().add("caption");
            about.getChildren().add(basis);
        }
        HBox foot = new HBox(action, about);
        foot.getStyleClass().add("foot");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        foot.getChildren().add(gap);
        if (!card.state().isEmpty()) {
            Label state = new Label(card.state(), new FontIcon(icon(card.stage())));
            state.getStyleClass().add("stage-" + word(card.stage()));
            foot.getChildren().add(state);
        }
        if (card.stage() == StudyCard.Stage.TRAINING) {
            ProgressBar bar = new ProgressBar(card.progress());
            bar.getStyleClass().add(Styles.SMALL);
            bar.setAccessibleText(card.state());
            foot.getChildren().add(bar);
        }
        return foot;
    }

    private static Feather icon(StudyCard.Stage stage) {
        return switch (stage) {
            case READY -> Feather.PAUSE_CIRCLE;
            case TRAINING -> Feather.ACTIVITY;
            case DONE -> Feather.CHECK_CIRCLE;
        };
    }

    private static String word(StudyCard.Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
