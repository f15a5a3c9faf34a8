package org.isogloss.ui.design;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.isogloss.experiment.Interpolated;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rows of the study that are not trained: means of the models of two others. */
final class MeanRows extends FlowPane {
    private static final Words WORDS = Words.of(MeanRows.class);
    private static final List<Double> WEIGHTS = List.of(.5, .25, .75);

    private final DesignViewModel model;
    private final MenuButton add =
            new MenuButton(WORDS.text("meanRows.add"), new FontIcon(Feather.PLUS));

    MeanRows(DesignViewModel model) {
        this.model = model;
        getStyleClass().add("mean-rows");
        add.setId("add-mean");
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setMinWidth(USE_PREF_SIZE);
        add.setTooltip(new Tooltip(WORDS.text("meanRows.help")));
        add.getItems().add(new MenuItem());
        add.setOnShowing(e -> add.getItems().setAll(offers()));
        model.draft().addListener((property, before, now) -> show(now));
        show(model.draft().get());
    }

    private void show(StudyDraft draft) {
        List<Node> nodes = new ArrayList<>();
        for (StrategyChoice row : draft.choices(Interpolated.ID)) {
            nodes.add(chip(row));
        }
        if (trained(draft).size() > 1) {
            nodes.add(add);
        }
        getChildren().setAll(nodes);
        setVisible(!nodes.isEmpty());
        setManaged(isVisible());
    }

    private Node chip(StrategyChoice row) {
        StrategyStyle style = StrategyScores.style(row);
        Label name = new Label(style.name(), new StrategyMark(style));
        Tooltip.install(name, new Tooltip(row.meaning()));
        HBox chip =
                new HBox(
                        name,
                        Parts.icon(
                                Feather.X,
                                WORDS.text("strategyBar.remove", style.name()),
                                () -> model.remove(row)));
        chip.getStyleClass().add("mean-chip");
        return chip;
    }

    /** Each pair of trained rows, with the weights that are not in the study yet. */
    private List<MenuItem> offers() {
        StudyDraft draft = model.draft().get();
        List<StrategyChoice> rows = trained(draft);
        List<MenuItem> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (StrategyChoice second : rows.subList(i + 1, rows.size())) {
                Menu pair = new Menu(name(rows.get(i)) + " + " + name(second));
                for (double weight : WEIGHTS) {
                    StrategyChoice mean = mean(rows.get(i), second, weight);
                    if (!draft.strategies().contains(mean)) {
                        pair.getItems().add(item(mean, weight, rows.get(i), second));
                    }
                }
                if (!pair.getItems().isEmpty()) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private MenuItem item(
            StrategyChoice mean, double weight, StrategyChoice first, StrategyChoice second) {
        MenuItem item =
                new MenuItem(
                        WORDS.text(
                                "meanRows.weights",
                                NumberText.of(weight),
                                name(first),
                                NumberText.of(1 - weight),
                                name(second)));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> model.change(model.draft().get().plus(mean)));
        return item;
    }

    /** Written as short as a study file may have it: the usual two rows go without saying. */
    private static StrategyChoice mean(StrategyChoice first, StrategyChoice second, double weight) {
        Map<String, Double> weights = Map.of(Interpolated.WEIGHT.id(), weight);
        StrategyChoice usual = new StrategyChoice(Interpolated.ID, weights);
        List<String> rows = List.of(first.slug(), second.slug());
        boolean said = usual.interpolated().orElseThrow().rows().equals(rows);
        return said ? usual : new StrategyChoice(Interpolated.ID, weights, rows);
    }

    private static List<StrategyChoice> trained(StudyDraft draft) {
        return draft.strategies().stream().filter(StrategyChoice::trained).toList();
    }

    private static String name(StrategyChoice row) {
        return StrategyScores.style(row).name();
    }
}
