package org.isogloss.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.analysis.stats.RankingReport;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.analysis.stats.Side;
import org.isogloss.analysis.stats.TestSettings;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.retrieval.Score;
import org.isogloss.run.RunFolder;
import org.isogloss.run.ScoredRun;

/**
 * Runs that are one side of a comparison.
 *
 * @param name what the side is called
 * @param runs the runs, as a rule of one setting with several seeds
 */
record NamedRuns(String name, List<ScoredRun> runs) {
    private static final List<String> STANDARD = List.of("map", Score.RANK_DISTANCE);

    NamedRuns {
        runs = List.copyOf(runs);
    }

    /** Opens folders of runs or results, on a collection or the only one. */
    static NamedRuns of(List<Path> folders, String collection) {
        List<ScoredRun> runs = folders.stream().map(f -> ScoredRun.open(f, collection)).toList();
        String first = runs.get(0).name();
        return runs.size() == 1
                ? new NamedRuns(first, runs)
                : new NamedRuns(first + " and " + (runs.size() - 1) + " more", runs);
    }

    /** The scored ones among runs by what they have in common but the seed, in their order. */
    static List<NamedRuns> bySetting(List<RunFolder> runs, String collection) {
        Map<String, List<ScoredRun>> settings = new LinkedHashMap<>();
        for (RunFolder run : runs) {
            if (!run.scored().isEmpty()) {
                settings.computeIfAbsent(setting(run), unseen -> new ArrayList<>())
                        .add(ScoredRun.open(run, collection));
            }
        }
        List<NamedRuns> named = new ArrayList<>();
        settings.forEach((name, its) -> named.add(new NamedRuns(name, its)));
        return named;
    }

    private static String setting(RunFolder run) {
        ExperimentSpec spec = run.frozen().spec();
        return spec.strategy().slug() + "-" + spec.backbone().name();
    }

    /**
     * The collection all are scored on.
     *
     * @throws BadInputException if it is not the same
     */
    static String collection(List<NamedRuns> sides) {
        ScoredRun first = sides.get(0).runs.get(0);
        for (NamedRuns side : sides) {
            for (ScoredRun run : side.runs) {
                if (!run.summary().collection().equals(first.summary().collection())) {
                    throw new BadInputException(
                            "%s is scored on '%s' but %s on '%s'; compare runs on one collection"
                                    .formatted(
                                            first.name(),
                                            first.summary().collection(),
                                            run.name(),
                                            run.summary().collection()));
                }
            }
        }
        return first.summary().collection();
    }

    /** Ranks settings in the standard way by mAP and rank distance, as far as they have them. */
    static RankingReport ranking(List<NamedRuns> settings) {
        return ranking(settings, List.of(), TestSettings.STANDARD);
    }

    /** Ranks settings by metrics, by the standard ones if none are named. */
    static RankingReport ranking(List<NamedRuns> settings, List<String> named, TestSettings test) {
        String on = collection(settings);
        List<List<RunScores>> scores = new ArrayList<>();
        settings.forEach(setting -> scores.add(setting.scores(named)));
        return RankingReport.of(
                on,
                settings.stream().map(NamedRuns::side).toList(),
                scores,
                metrics(scores, named),
                test);
    }

    /**
     * The metrics to compare by: those named, or the standard ones that all runs have.
     *
     * @throws BadInputException if a run has no scores of one that is named
     */
    static List<String> metrics(List<List<RunScores>> sides, List<String> named) {
        List<RunScores> runs = sides.stream().flatMap(List::stream).toList();
        if (named.isEmpty()) {
            return STANDARD.stream()
                    .filter(metric -> runs.stream().allMatch(r -> r.metrics().contains(metric)))
                    .toList();
        }
        for (RunScores run : runs) {
            for (String metric : named) {
                if (!run.metrics().contains(metric)) {
                    throw new BadInputException(
                            "%s has no scores of '%s'; it has %s"
                                    .formatted(
                                            run.name(), metric, String.join(", ", run.metrics())));
                }
            }
        }
        return named.stream().distinct().toList();
    }

    /** Reads the scores of each run, of some metrics or the standard ones. */
    List<RunScores> scores(List<String> named) {
        Set<String> metrics = Set.copyOf(named.isEmpty() ? STANDARD : named);
        return runs.stream().map(run -> run.scores(metrics)).toList();
    }

    /** Where the runs' results lie. */
    List<Path> folders() {
        return runs.stream().map(run -> run.results().path().toAbsolutePath().normalize()).toList();
    }

    Side side() {
        return new Side(
                name,
                runs.stream().map(ScoredRun::name).toList(),
                runs.stream().map(run -> run.summary().zeroShot()).distinct().toList());
    }
}
