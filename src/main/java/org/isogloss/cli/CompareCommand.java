package org.isogloss.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.isogloss.analysis.stats.ComparisonReport;
import org.isogloss.analysis.stats.RankingReport;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.analysis.stats.TestSettings;
import org.isogloss.base.BadInputException;
import org.isogloss.run.RunShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether runs differ, and how sure that is. */
@Command(
        name = "compare",
        description = {
            "Compare two runs, two settings with several seeds each, or all settings of a study:"
                    + " paired tests and intervals over questions.",
            "All translations of a question are right and wrong together, so they are drawn and"
                    + " flipped together. What the test cannot tell apart is called a tie."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Parameters(
            arity = "0..2",
            paramLabel = "RUN",
            description = "Two folders of runs, or of results written by evaluate --out.")
    List<Path> runs = List.of();

    @Option(
            names = "--a",
            split = ",",
            paramLabel = "RUN",
            description =
                    "Side A: folders separated by commas, one a seed; with --study the name of a"
                            + " strategy.")
    List<Path> sideA = List.of();

    @Option(names = "--b", split = ",", paramLabel = "RUN", description = "Side B, as side A.")
    List<Path> sideB = List.of();

    @Option(
            names = "--study",
            paramLabel = "DIR",
            description = "A study's folder of runs: rank its strategies, or compare two of them.")
    Path study;

    @Mixin ResultsOptions results;

    @Option(
            names = "--measure",
            split = ",",
            paramLabel = "METRIC",
            description =
                    "Metrics as scores.csv names them, separated by commas (default:"
                            + " map,rank_distance).")
    List<String> measures = List.of();

    @Option(names = "--cells", description = "Compare each pair of languages as well.")
    boolean cells;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            converter = Count.class,
            description = "Resamples and sign flips to draw (default: ${DEFAULT-VALUE}).")
    int resamples = TestSettings.STANDARD.resamples();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides what is drawn (default: ${DEFAULT-VALUE}).")
    long seed = TestSettings.STANDARD.seed();

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            description = "Level of the intervals (default: ${DEFAULT-VALUE}).")
    double level = TestSettings.STANDARD.level();

    @Override
    public Integer call() {
        results.check();
        TestSettings settings = new TestSettings(resamples, seed, level);
        if (study != null && sideA.isEmpty() && sideB.isEmpty() && runs.isEmpty()) {
            RankingReport report = ranking(settings);
            results.tell(report, new RankingTable(report)::lines);
        } else {
            ComparisonReport report = comparison(settings);
            results.tell(report, new ComparisonTable(report)::lines);
        }
        return ExitCode.OK;
    }

    private ComparisonReport comparison(TestSettings settings) {
        List<NamedRuns> sides = sides();
        refuseSame(sides.get(0), sides.get(1));
        String on = NamedRuns.collection(sides);
        List<List<RunScores>> scores = sides.stream().map(side -> side.scores(measures)).toList();
        return ComparisonReport.of(
                on,
                sides.get(0).side(),
                sides.get(1).side(),
                scores.get(0),
                scores.get(1),
                NamedRuns.metrics(scores, measures),
                cells,
                settings);
    }

    /** A run compared with itself is a slip of the hand: there is nothing that could differ. */
    private void refuseSame(NamedRuns a, NamedRuns b) {
        Set<Path> ofA = new HashSet<>(a.folders());
        b.folders().stream()
                .filter(ofA::contains)
                .findFirst()
                .ifPresent(
                        folder -> {
                            throw usage(folder + " is on both sides; name two different runs");
                        });
    }

    private RankingReport ranking(TestSettings settings) {
        if (cells) {
            throw usage("--cells needs two sides; name them with --a and --b");
        }
        List<NamedRuns> settingsOfStudy = settingsOfStudy();
        if (settingsOfStudy.size() < 2) {
            throw BadInputException.in(
                    study, "has fewer than two strategies with scores, so nothing to compare");
        }
        return NamedRuns.ranking(settingsOfStudy, measures, settings);
    }

    private List<NamedRuns> sides() {
        if (study != null && runs.isEmpty() && sideA.size() == 1 && sideB.size() == 1) {
            List<NamedRuns> known = settingsOfStudy();
            return List.of(chosen(known, sideA.get(0)), chosen(known, sideB.get(0)));
        }
        if (study == null && runs.size() == 2 && sideA.isEmpty() && sideB.isEmpty()) {
            return List.of(
                    NamedRuns.of(runs.subList(0, 1), results.collection),
                    NamedRuns.of(runs.subList(1, 2), results.collection));
        }
        if (study == null && runs.isEmpty() && !sideA.isEmpty() && !sideB.isEmpty()) {
            Set<Path> once = new HashSet<>(sideA);
            if (once.size() < sideA.size() || new HashSet<>(sideB).size() < sideB.size()) {
                throw usage("a run is named twice on one side; a seed counts once");
            }
            return List.of(
                    NamedRuns.of(sideA, results.collection),
                    NamedRuns.of(sideB, results.collection));
        }
        throw usage(
                "name two runs, or both --a and --b, or --study alone or with one strategy for each"
                        + " of --a and --b");
    }

    private List<NamedRuns> settingsOfStudy() {
        if (!Files.isDirectory(study)) {
            throw BadInputException.in(study, "is no folder; name a study's folder of runs");
        }
        Path folder = study.toAbsolutePath().normalize();
        RunShelf shelf = new RunShelf(folder.getParent());
        return NamedRuns.bySetting(shelf.runs(folder.getFileName().toString()), results.collection);
    }

    /** A setting by its whole name, or by its strategy where that is enough. */
    private NamedRuns chosen(List<NamedRuns> known, Path wanted) {
        String name = wanted.toString();
        List<NamedRuns> exact = known.stream().filter(n -> n.name().equals(name)).toList();
        List<NamedRuns> found =
                exact.isEmpty()
                        ? known.stream().filter(n -> n.name().startsWith(name + "-")).toList()
                        : exact;
        if (found.size() != 1) {
            throw BadInputException.in(
                    study,
                    "'%s' names %s of its scored strategies: %s"
                            .formatted(
                                    name,
                                    found.isEmpty() ? "none" : "several",
                                    String.join(
                                            ", ", known.stream().map(NamedRuns::name).toList())));
        }
        return found.get(0);
    }

    private ParameterException usage(String problem) {
        return new ParameterException(command.commandLine(), problem);
    }
}
