package org.isogloss.ui.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.isogloss.figure.LossCurves;
import org.isogloss.figure.Provenance;
import org.isogloss.ui.study.StrategyScores;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * The loss curves of some runs, prepared off the window's thread whenever something has changed and
 * they can be seen; while one preparation goes on, further changes wait for the next.
 */
final class LossChart {
    private static final int MOST_NAMED = 3;
    private static final double STANDARD_SMOOTHING = .9;
    private static final int STANDARD_COLUMNS = 800;

    private final BackgroundTasks tasks;
    private final DoubleProperty smoothing = new SimpleDoubleProperty(STANDARD_SMOOTHING);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final IntegerProperty columns = new SimpleIntegerProperty(STANDARD_COLUMNS);
    private final ReadOnlyObjectWrapper<LossCurves> figure = new ReadOnlyObjectWrapper<>();
    private List<RunRow> runs = List.of();
    private Set<RunFollower> followers = Set.of();
    private boolean visible;
    private boolean busy;
    private boolean stale;

    LossChart(BackgroundTasks tasks) {
        this.tasks = tasks;
        smoothing.addListener(changed -> draw());
        logarithmic.addListener(changed -> draw());
        columns.addListener(changed -> draw());
    }

    /** The factor of exponential smoothing, from 0 to just below 1. */
    DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** True for a logarithmic axis of losses. */
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** The chart's width in pixels. */
    IntegerProperty columnsProperty() {
        return columns;
    }

    /** The figure to show; null before the first. */
    ReadOnlyObjectProperty<LossCurves> figureProperty() {
        return figure.getReadOnlyProperty();
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

    private void draw() {
        stale = true;
        if (busy || !visible) {
            return;
        }
        busy = true;
        stale = false;
        List<RunRow> drawn = runs;
        double factor = smoothing.get();
        int width = columns.get();
        boolean log = logarithmic.get();
        tasks.run(
                () -> new LossCurves(curves(drawn), factor, width, log, provenance(drawn)),
                figure::set,
                () -> {
                    busy = false;
                    if (stale) {
                        draw();
                    }
                });
    }

    private static List<LossCurves.Curve> curves(List<RunRow> runs) {
        List<LossCurves.Curve> curves = new ArrayList<>();
        for (RunRow run : runs) {
            String strategy = StrategyScores.style(run.spec().strategy()).name();
            String name = runs.size() > MOST_NAMED ? strategy : run.folder().id();
            curves.addAll(
                    run.follower()
                            .losses()
                            .curves(name, StrategyScores.style(run.spec().strategy())));
        }
        return curves;
    }

    private static Provenance provenance(List<RunRow> runs) {
        Set<Object> studies = new HashSet<>();
        runs.forEach(run -> studies.add(run.spec().study()));
        String study =
                studies.size() == 1 ? runs.get(0).spec().study() : studies.size() + " studies";
        String count = runs.size() == 1 ? "1 run" : runs.size() + " runs";
        String seeds =
                runs.stream()
                        .map(run -> Long.toString(run.spec().seed()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        String label = seeds.contains(",") ? "seeds " : "seed ";
        return runs.isEmpty()
                ? Provenance.UNKNOWN
                : new Provenance(study, count, 0, 0, label + seeds, "");
    }
}
