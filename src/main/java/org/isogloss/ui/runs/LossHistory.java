package org.isogloss.ui.runs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.figure.CurvePoint;
import org.isogloss.figure.LossCurves;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.run.RunEvent;

/**
 * The losses of one run by kind of batch. Written by the thread that follows the run and read by
 * the one that prepares the chart.
 */
final class LossHistory {
    private static final String VALIDATION = "validation";

    private final Map<LossCurves.Kind, LossSeries> training = new EnumMap<>(LossCurves.Kind.class);
    private final Map<LossCurves.Kind, LossSeries> validation =
            new EnumMap<>(LossCurves.Kind.class);

    /** Takes what an event says about the loss; a resumed run repeats steps, so the old ones go. */
    synchronized void take(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            training.values().forEach(series -> series.cutAfter(started.fromStep()));
            validation.values().forEach(series -> series.cutAfter(started.fromStep()));
        } else if (event instanceof RunEvent.Step step) {
            add(training, step.batch(), step.step(), step.loss());
        } else if (event instanceof RunEvent.Evaluated measured
                && measured.on().equals(VALIDATION)) {
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
        for (LossCurves.Kind kind : LossCurves.Kind.values()) {
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

    private static List<CurvePoint> points(
            Map<LossCurves.Kind, LossSeries> all, LossCurves.Kind kind) {
        return Stream.ofNullable(all.get(kind)).flatMap(s -> s.points().stream()).toList();
    }

    private static void add(
            Map<LossCurves.Kind, LossSeries> all, String kind, int step, double loss) {
        if (Double.isFinite(loss)) {
            kind(kind)
                    .map(known -> all.computeIfAbsent(known, missing -> new LossSeries()))
                    .ifPresent(series -> series.add(step, loss));
        }
    }

    // Event logs write batch kinds with hyphens, measures in camel case.
    private static Optional<LossCurves.Kind> kind(String id) {
        String constant =
                id.replaceAll("([A-Z])", "_$1").replace('-', '_').toUpperCase(Locale.ROOT);
        return Stream.of(LossCurves.Kind.values())
                .filter(kind -> kind.name().equals(constant))
                .findFirst();
    }
}
