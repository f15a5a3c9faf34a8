package org.isogloss.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isogloss.batch.BatchKind;
import org.isogloss.figure.CurvePoint;
import org.isogloss.figure.ProbeCurves;
import org.isogloss.figure.RunCurves;
import org.isogloss.figure.RunQuantity;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.run.RunEvent;

/**
 * What one run has told of its steps. Written by the thread that follows the run and read by the
 * one that prepares the charts.
 */
public final class RunHistory {
    private static final double GIGABYTE = 1e9;

    private final Map<BatchKind, StepSeries> losses = new EnumMap<>(BatchKind.class);
    private final Map<BatchKind, StepSeries> validations = new EnumMap<>(BatchKind.class);
    private final Map<RunQuantity, StepSeries> others = new EnumMap<>(RunQuantity.class);
    private final Map<String, Map<String, StepSeries>> probes = new LinkedHashMap<>();

    /** Takes what an event says; a resumed run repeats steps, so the old ones go. */
    public synchronized void take(RunEvent event) {
        if (event instanceof RunEvent.Step step) {
            all().forEach(series -> series.cutFrom(step.step()));
            kind(step.batch()).ifPresent(kind -> add(losses, kind, step.step(), step.loss()));
            add(others, RunQuantity.LEARNING_RATE, step.step(), step.lr());
            add(others, RunQuantity.GRADIENT_NORM, step.step(), step.gradientNorm());
            add(others, RunQuantity.SPEED, step.step(), step.tokensPerSecond());
            if (step.temperature() != null) {
                add(others, RunQuantity.TEMPERATURE, step.step(), step.temperature());
            }
            if (step.memory() != null) {
                add(others, RunQuantity.MEMORY, step.step(), step.memory() / GIGABYTE);
            }
        } else if (event instanceof RunEvent.Evaluated measured) {
            takeMeasures(measured);
        }
    }

    private void takeMeasures(RunEvent.Evaluated measured) {
        if (measured.on().equals(RunEvent.VALIDATION)) {
            measured.values()
                    .forEach(
                            (id, loss) ->
                                    kind(id).ifPresent(
                                                    kind ->
                                                            add(
                                                                    validations,
                                                                    kind,
                                                                    measured.step(),
                                                                    loss)));
            double mean =
                    measured.values().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElse(Double.NaN);
            add(others, RunQuantity.VALIDATION, measured.step(), mean);
        } else if (measured.on().startsWith(RunEvent.PROBE)) {
            Map<String, StepSeries> probe =
                    probes.computeIfAbsent(
                            measured.on().substring(RunEvent.PROBE.length()),
                            collection -> new TreeMap<>());
            measured.values().forEach((id, value) -> add(probe, id, measured.step(), value));
        }
    }

    /** The collections it was probed on, in the order of the log. */
    public synchronized Set<String> probed() {
        return new LinkedHashSet<>(probes.keySet());
    }

    /**
     * The curves of a quantity so far; losses apart by kind of batch.
     *
     * @param name of the run in the legend
     */
    public synchronized List<RunCurves.Curve> curves(
            RunQuantity quantity, String name, StrategyStyle style) {
        List<RunCurves.Curve> curves = new ArrayList<>();
        if (quantity == RunQuantity.LOSS) {
            losses.forEach(
                    (kind, series) ->
                            curves.add(
                                    new RunCurves.Curve(
                                            name,
                                            style,
                                            kind,
                                            series.points(),
                                            points(validations.get(kind)))));
        } else if (others.containsKey(quantity)) {
            List<CurvePoint> points = points(others.get(quantity));
            curves.add(new RunCurves.Curve(name, style, null, points, List.of()));
        }
        return curves;
    }

    /** The probes of a collection so far; empty if there are none. */
    public synchronized Optional<ProbeCurves.Curve> probe(
            String collection, String name, StrategyStyle style) {
        return Optional.ofNullable(probes.get(collection))
                .map(
                        probe ->
                                new ProbeCurves.Curve(
                                        name,
                                        style,
                                        points(probe.get("multilingualMap")),
                                        points(probe.get("monolingualMap")),
                                        points(probe.get("rankDistance")),
                                        points(probe.get("ownLanguageTop1"))));
    }

    private Stream<StepSeries> all() {
        return Stream.of(
                        losses.values().stream(),
                        validations.values().stream(),
                        others.values().stream(),
                        probes.values().stream().flatMap(probe -> probe.values().stream()))
                .flatMap(series -> series);
    }

    private static List<CurvePoint> points(StepSeries series) {
        return series == null ? List.of() : series.points();
    }

    private static <K> void add(Map<K, StepSeries> all, K key, int step, double value) {
        if (Double.isFinite(value)) {
            StepSeries series = all.computeIfAbsent(key, missing -> new StepSeries());
            series.cutFrom(step);
            series.add(step, value);
        }
    }

    private static Optional<BatchKind> kind(String id) {
        return Stream.of(BatchKind.values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
