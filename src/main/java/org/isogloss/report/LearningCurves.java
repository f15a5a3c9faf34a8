package org.isogloss.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isogloss.figure.CurveView;
import org.isogloss.figure.Figure;
import org.isogloss.figure.ProbeCurves;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.RunCurves;
import org.isogloss.figure.RunQuantity;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.run.LoggedEvent;

/** What the runs of a study told while they trained, as figures. */
final class LearningCurves {
    private static final double SMOOTHING = .9;
    private static final int COLUMNS = 160;

    private final StudySnapshot study;
    private final List<RunHistory> histories = new ArrayList<>();

    /** Reads the logs of all runs, finished or not. */
    LearningCurves(StudySnapshot study) {
        this.study = study;
        for (StudyRun run : study.runs()) {
            RunHistory history = new RunHistory();
            for (LoggedEvent event : run.folder().tail().poll()) {
                history.take(event.event());
            }
            histories.add(history);
        }
    }

    /** Loss, validation loss, and the probes of each collection, as far as there are any. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        steps(RunQuantity.LOSS, SMOOTHING).ifPresent(figures::add);
        steps(RunQuantity.VALIDATION, 0).ifPresent(figures::add);
        Set<String> probed = new LinkedHashSet<>();
        histories.forEach(history -> probed.addAll(history.probed()));
        probed.forEach(collection -> figures.add(probes(collection)));
        return figures;
    }

    private Optional<Figure> steps(RunQuantity quantity, double smoothing) {
        List<RunCurves.Curve> curves = new ArrayList<>();
        for (int r = 0; r < histories.size(); r++) {
            StudyRun run = study.runs().get(r);
            curves.addAll(histories.get(r).curves(quantity, name(run), style(run)));
        }
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RunCurves(
                                quantity,
                                curves,
                                CurveView.plain(smoothing, COLUMNS),
                                provenance("")));
    }

    private Figure probes(String collection) {
        List<ProbeCurves.Curve> curves = new ArrayList<>();
        for (int r = 0; r < histories.size(); r++) {
            StudyRun run = study.runs().get(r);
            histories.get(r).probe(collection, name(run), style(run)).ifPresent(curves::add);
        }
        return new ProbeCurves(
                collection,
                ProbeCurves.Bias.RANK_DISTANCE,
                curves,
                CurveView.plain(0, COLUMNS),
                provenance("probe of " + collection + ", "));
    }

    private static StrategyStyle style(StudyRun run) {
        return StrategyScores.style(run.spec().strategy());
    }

    private String name(StudyRun run) {
        String strategy = style(run).name();
        return study.backbones().size() > 1
                ? strategy + ", " + run.spec().backbone().name()
                : strategy;
    }

    private Provenance provenance(String protocol) {
        Set<Long> seeds = new LinkedHashSet<>();
        study.runs().forEach(run -> seeds.add(run.spec().seed()));
        List<String> sorted = seeds.stream().sorted().map(seed -> Long.toString(seed)).toList();
        int runs = study.runs().size();
        return new Provenance(
                        study.name(),
                        protocol + (runs == 1 ? "1 run" : runs + " runs"),
                        0,
                        0,
                        (sorted.size() == 1 ? "seed " : "seeds ") + String.join(", ", sorted),
                        "")
                .by(study.runs().stream().map(StudyRun::source).toList());
    }
}
