package org.isogloss.ui.results;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.isogloss.figure.Numbers;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.CellMeasure.Pool;
import org.isogloss.ui.words.Words;

/** The choice of what the cells of all heatmaps say: a metric, and the pool that is searched. */
final class MeasureChoice extends HBox {
    private static final Words WORDS = Words.of(MeasureChoice.class);

    private final ResultsViewModel model;

    MeasureChoice(ResultsViewModel model) {
        this.model = model;
        setId("measure-choice");
        getStyleClass().add("measure-choice");
        getChildren().addAll(metric(), pools());
    }

    private ComboBox<String> metric() {
        ComboBox<String> metric = new ComboBox<>();
        metric.setId("metric");
        metric.getItems().setAll(CellMeasure.metrics());
        metric.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(String id) {
                        return id == null ? "" : Numbers.metric(id);
                    }

                    @Override
                    public String fromString(String words) {
                        throw new UnsupportedOperationException("the choice is not typed");
                    }
                });
        metric.setValue(model.measure().get().metric());
        metric.setOnAction(
                e ->
                        model.measure()
                                .set(
                                        new CellMeasure(
                                                metric.getValue(), model.measure().get().pool())));
        model.measure().addListener((property, before, now) -> metric.setValue(now.metric()));
        metric.setAccessibleText(WORDS.text("measure.metric"));
        metric.setTooltip(new Tooltip(WORDS.text("measure.metric")));
        metric.setMinWidth(USE_PREF_SIZE);
        return metric;
    }

    private HBox pools() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton pairs = pool(WORDS.text("measure.pairs"), Pool.ANSWER_LANGUAGE, group);
        ToggleButton pool = pool(WORDS.text("measure.pool"), Pool.ALL_LANGUAGES, group);
        pairs.getStyleClass().add(Styles.LEFT_PILL);
        pool.getStyleClass().add(Styles.RIGHT_PILL);
        pairs.setId("pool-pairs");
        pool.setId("pool-all");
        model.measure()
                .addListener(
                        (property, before, now) ->
                                List.of(pairs, pool)
                                        .forEach(
                                                one ->
                                                        one.setSelected(
                                                                one.getUserData() == now.pool())));
        // not on action: arrow keys press a button of a group without one
        group.selectedToggleProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                before.setSelected(true);
                            } else {
                                choose((Pool) now.getUserData());
                            }
                        });
        HBox pools = new HBox(pairs, pool);
        pools.setMinWidth(USE_PREF_SIZE);
        pools.setAlignment(Pos.CENTER_LEFT);
        return pools;
    }

    private void choose(Pool pool) {
        model.measure().set(new CellMeasure(model.measure().get().metric(), pool));
    }

    private ToggleButton pool(String words, Pool pool, ToggleGroup group) {
        ToggleButton button = new ToggleButton(words);
        button.setUserData(pool);
        button.setToggleGroup(group);
        button.setSelected(model.measure().get().pool() == pool);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
