package org.isogloss.ui.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.figure.CurvePoint;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.ProbeCurves;
import org.isogloss.figure.RunCurves;
import org.isogloss.ui.words.Words;

/** Reads the values of curves at a step, in one line. */
final class CurveReadout {
    private static final int MOST = 6;
    private static final Words WORDS = Words.of(CurveReadout.class);

    private CurveReadout() {}

    /** The smoothed values nearest to a step; empty where there are none. */
    static String of(RunCurves figure, double step) {
        List<Entry> entries =
                figure.curves().stream()
                        .flatMap(
                                curve ->
                                        figure.nearest(curve, step).stream()
                                                .map(
                                                        point ->
                                                                new Entry(
                                                                        curve.run(),
                                                                        point.x(),
                                                                        figure.quantity()
                                                                                .written(
                                                                                        point
                                                                                                .y()))))
                        .toList();
        return line(entries);
    }

    /** The probes nearest to a step; empty where there are none. */
    static String of(ProbeCurves figure, double step) {
        List<Entry> entries =
                figure.curves().stream()
                        .flatMap(curve -> entry(figure, curve, step).stream())
                        .toList();
        return line(entries);
    }

    private static Optional<Entry> entry(ProbeCurves figure, ProbeCurves.Curve curve, double step) {
        return curve.nearest(step).map(found -> entry(figure, curve, found));
    }

    private static Entry entry(ProbeCurves figure, ProbeCurves.Curve curve, CurvePoint found) {
        String map = Numbers.score(found.y());
        String values =
                curve.nearest(figure.bias(), found.x())
                        .map(CurvePoint::y)
                        .map(
                                value ->
                                        switch (figure.bias()) {
                                            case RANK_DISTANCE ->
                                                    WORDS.text(
                                                            "readout.distance",
                                                            map,
                                                            Numbers.count(value));
                                            case OWN_LANGUAGE_FIRST ->
                                                    WORDS.text(
                                                            "readout.first",
                                                            map,
                                                            Numbers.score(value));
                                        })
                        .orElse(WORDS.text("readout.map", map));
        return new Entry(curve.run(), found.x(), values);
    }

    private static String line(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "";
        }
        Map<String, String> byRun = new LinkedHashMap<>();
        entries.forEach(entry -> byRun.merge(entry.name, entry.value, (a, b) -> a + " / " + b));
        List<String> values =
                byRun.entrySet().stream()
                        .map(run -> WORDS.text("readout.value", run.getKey(), run.getValue()))
                        .toList();
        String more = values.size() > MOST ? WORDS.text("readout.more", values.size() - MOST) : "";
        return Stream.concat(
                        Stream.of(WORDS.text("readout.step", Numbers.count(entries.get(0).step))),
                        Stream.concat(values.stream().limit(MOST), Stream.of(more)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private record Entry(String name, double step, String value) {}
}
