package org.isogloss.ui.bias;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.figure.DistanceShift;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.words.Words;

/** The rank distance of every question, before and after. */
final class ShiftView extends VBox {
    private static final Words WORDS = Words.of(ShiftView.class);

    private final ComparedRuns runs;
    private final FigureView chart;
    private final Label state = new Label();

    ShiftView(ComparedRuns runs, FigureTools tools) {
        this.runs = runs;
        chart = new FigureView(tools);
        getStyleClass().add("language-map");
        state.getStyleClass().add("caption");
        state.setWrapText(true);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(new ComparedRunsBar(runs), state, chart);
        runs.found().addListener((property, before, now) -> show());
        runs.state().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        Optional<DistanceShift> figure = runs.found().get().flatMap(ComparedRuns.Found::shift);
        boolean alone = figure.isEmpty() && runs.found().get().isPresent();
        state.setText(alone ? WORDS.text("shift.chooseTwo") : runs.state().get());
        state.setVisible(!state.getText().isEmpty());
        state.setManaged(state.isVisible());
        chart.setVisible(figure.isPresent());
        figure.ifPresent(chart::show);
    }
}
