package org.isogloss.ui.runs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.isogloss.figure.CurvePoint;
import org.isogloss.figure.CurveView;
import org.isogloss.figure.ProbeCurves;
import org.isogloss.figure.RunCurves;
import org.isogloss.figure.RunQuantity;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.RunHistory;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * The curves of some runs, prepared off the window's thread whenever something has changed and they
 * can be seen; while one preparation goes on, further changes wait for the next.
 */
final class CurveChart {
    private static final double STANDARD_SMOOTHING = .9;
    private static final int STANDARD_COLUMNS = 800;

    private final BackgroundTasks tasks;
    private final ObjectProperty<RunQuantity> quantity =
            new SimpleObjectProperty<>(RunQuantity.LOSS);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(STANDARD_SMOOTHING);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty logarithmicSteps = new SimpleBooleanProperty();
    private final IntegerProperty columns = new SimpleIntegerProperty(STANDARD_COLUMNS);
    private final ObservableList<String> probed = FXCollections.observableArrayList();
    private final StringProperty probe = new SimpleStringProperty("");
    private final ObjectProperty<ProbeCurves.Bias> bias =
            new SimpleObjectProperty<>(ProbeCurves.Bias.RANK_DISTANCE);
    private final ReadOnlyBooleanWrapper probesCome = new ReadOnlyBooleanWrapper();
    private final DoubleProperty pointed = new SimpleDoubleProperty(Double.NaN);
    private final StepZoom zoom = new StepZoom();
    private final ReadOnlyObjectWrapper<RunCurves> figure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ProbeCurves> probeFigure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper probeReadout = new ReadOnlyStringWrapper("");
    private List<RunRow> runs = List.of();
    private Set<RunFollower> followers = Set.of();
    private boolean visible;
    private boolean busy;
    private boolean stale;

    CurveChart(BackgroundTasks tasks) {
        this.tasks = tasks;
        List.<Observable>of(
                        quantity,
                        smoothing,
                        logarithmic,
                        logarithmicSteps,
                        columns,
                        probe,
                        bias,
                        zoom.rangeProperty())
                .forEach(setting -> setting.addListener(changed -> draw()));
        List.<Observable>of(pointed, figure, probeFigure)
                .forEach(seen -> seen.addListener(changed -> read()));
    }

    /** What is drawn. */
    ObjectProperty<RunQuantity> quantityProperty() {
        return quantity;
    }

    /** The factor of exponential smoothing, from 0 to just below 1. */
    DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** True if what is drawn is taken at every step, so that smoothing has something to do. */
    static boolean smoothed(RunQuantity quantity) {
        return switch (quantity) {
            case LOSS, GRADIENT_NORM, SPEED -> true;
            case VALIDATION, LEARNING_RATE, TEMPERATURE, MEMORY -> false;
        };
    }

    /** True for a logarithmic axis of values. */
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** True for a logarithmic axis of steps. */
    BooleanProperty logarithmicStepsProperty() {
        return logarithmicSteps;
    }

    /** The chart's width in pixels. */
    IntegerProperty columnsProperty() {
        return columns;
    }

    /** The collections that the runs shown were probed on. */
    ObservableList<String> probed() {
        return probed;
    }

    /** The collection whose probes are drawn; empty if there is none. */
    StringProperty probeProperty() {
        return probe;
    }

    /** True if a run shown is still to be probed. */
    ReadOnlyBooleanProperty probesComeProperty() {
        return probesCome.getReadOnlyProperty();
    }

    /** What is drawn below the probes' mAP. */
    ObjectProperty<ProbeCurves.Bias> biasProperty() {
        return bias;
    }

    /** The step that values are read at; NaN for none. */
    DoubleProperty pointedProperty() {
        return pointed;
    }

    /** The stretch of steps that is seen. */
    StepZoom zoom() {
        return zoom;
    }

    /** The figure to show; null before the first. */
    ReadOnlyObjectProperty<RunCurves> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** The figure of probes to show; null before the first, without curves if there are none. */
    ReadOnlyObjectProperty<ProbeCurves> probeFigureProperty() {
        return probeFigure.getReadOnlyProperty();
    }

    /** The curves' values at the step pointed at; empty for none. */
    ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    /** The probes' values at the step pointed at; empty for none. */
    ReadOnlyStringProperty probeReadoutProperty() {
        return probeReadout.getReadOnlyProperty();
    }

    /** True if a run is among those shown. */
    boolean shows(RunFollower run) {
        return followers.contains(run);
    }

    /** Shows these runs as they are now. */
    void show(List<RunRow> rows) {
        runs = List.copyOf(rows);
        followers = runs.stream().map(RunRow::follower).collect(Collectors.toSet());
        draw();
    }

    void setVisible(boolean visible) {
        this.visible = visible;
        draw();
    }

    /** Both figures, made together so that they show the same moment. */
    private record Drawn(
            RunCurves curves, ProbeCurves probes, List<String> probed, boolean probesCome) {}

    private void draw() {
        stale = true;
        if (busy || !visible) {
            return;
        }
        busy = true;
        stale = false;
        List<RunRow> drawn = runs;
        RunQuantity what = quantity.get();
        ProbeCurves.Bias below = bias.get();
        String wanted = probe.get();
        CurveView view =
                new CurveView(
                        smoothed(what) ? smoothing.get() : 0,
                        columns.get(),
                        logarithmic.get(),
                        logarithmicSteps.get(),
                        zoom.rangeProperty().get());
        tasks.run(
                () -> drawn(drawn, what, below, wanted, view),
                this::take,
                () -> {
                    busy = false;
                    if (stale) {
                        draw();
                    }
                });
    }

    private void take(Drawn fresh) {
        if (!probed.equals(fresh.probed)) {
            probed.setAll(fresh.probed);
        }
        probe.set(fresh.probes.collection());
        probesCome.set(fresh.probesCome);
        bounds(fresh);
        figure.set(fresh.curves);
        probeFigure.set(fresh.probes);
    }

    private void bounds(Drawn fresh) {
        double first = Double.POSITIVE_INFINITY;
        double last = 0;
        for (RunCurves.Curve curve : fresh.curves.curves()) {
            List<CurvePoint> points = curve.values();
            if (!points.isEmpty()) {
                first = Math.min(first, points.get(0).x());
                last = Math.max(last, points.get(points.size() - 1).x());
            }
        }
        zoom.bounds(fresh.probes.curves().isEmpty() ? Math.min(first, last) : 0, last);
    }

    private static Drawn drawn(
            List<RunRow> runs,
            RunQuantity quantity,
            ProbeCurves.Bias bias,
            String wanted,
            CurveView view) {
        List<RunRow> begun = runs.stream().filter(run -> run.state().steps() > 0).toList();
        RunNames names = new RunNames(begun);
        Set<String> probed = new LinkedHashSet<>();
        begun.forEach(run -> probed.addAll(run.follower().history().probed()));
        String collection =
                probed.contains(wanted) ? wanted : probed.stream().findFirst().orElse("");
        List<RunCurves.Curve> curves = new ArrayList<>();
        List<ProbeCurves.Curve> probes = new ArrayList<>();
        for (RunRow run : begun) {
            StrategyStyle style = StrategyScores.style(run.spec().strategy());
            RunHistory history = run.follower().history();
            curves.addAll(history.curves(quantity, names.of(run), style));
            history.probe(collection, names.of(run), style).ifPresent(probes::add);
        }
        return new Drawn(
                new RunCurves(quantity, curves, view, names.provenance("")),
                new ProbeCurves(collection, bias, probes, view, names.provenance("probe")),
                List.copyOf(probed),
                runs.stream().anyMatch(CurveChart::isToBeProbed));
    }

    private static boolean isToBeProbed(RunRow run) {
        return !run.news().phase().ended() && run.spec().probed();
    }

    private void read() {
        double step = pointed.get();
        boolean some = !Double.isNaN(step);
        readout.set(some && figure.get() != null ? CurveReadout.of(figure.get(), step) : "");
        probeReadout.set(
                some && probeFigure.get() != null ? CurveReadout.of(probeFigure.get(), step) : "");
    }
}
