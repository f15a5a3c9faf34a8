package org.isogloss.ui.runs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.batch.BatchKind;
import org.isogloss.figure.CurvePoint;
import org.isogloss.figure.LossCurves;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.run.RunEvent;

/**
 * The losses of one run by kind of batch. Written by the thread that follows the run and read by
 * the one that prepares the chart.
 */
final class LossHistory {
    private final Map<BatchKind, LossSeries> training = new EnumMap<>(BatchKind.class);
    private final Map<BatchKind, LossSeries> validation = new EnumMap<>(BatchKind.class);

    /** Takes what an event says about the loss; a resumed run repeats steps, so the old ones go. */
    synchronized void take(RunEvent event) {
        if (event instanceof RunEvent.Step step) {
            training.values().forEach(series -> series.cutFrom(step.step()));
            validation.values().forEach(series -> series.cutFrom(step.step()));
            add(training, step.batch(), step.step(), step.loss());
        } else if (event instanceof RunEvent.Evaluated measured
                && measured.on().equals(RunEvent.VALIDATION)) {
            measured.values().forEach((kind, loss) -> add(validation, kind, measured.step(), loss));
        }
    }

    /**
     * The curves so far.
     *
     * @param name of the run in the legend
     */
    synchronized List<LossCurves.Curve> curves(String name, StrategyStyle style) {
        List<LossCurves.Curve> curves = new ArrayList<>();
        for (BatchKind kind : BatchKind.values()) {
            if (training.containsKey(kind)) {
                curves.add(
                        new LossCurves.Curve(
                                name,
                                style,
                                kind,
                                points(training, kind),
                                points(validation, kind)));
            }
        }
        return curves;
    }

    private static List<CurvePoint> points(Map<BatchKind, LossSeries> all, BatchKind kind) {
        return Stream.ofNullable(all.get(kind)).flatMap(s -> s.points().stream()).toList();
    }

    private static void add(Map<BatchKind, LossSeries> all, String kind, int step, double loss) {
        if (Double.isFinite(loss)) {
            kind(kind)
                    .map(known -> all.computeIfAbsent(known, missing -> new LossSeries()))
                    .ifPresent(series -> series.add(step, loss));
        }
    }

    private static Optional<BatchKind> kind(String id) {
        return Stream.of(BatchKind.values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
