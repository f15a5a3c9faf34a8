package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.LimitTests;
import org.isogloss.analysis.bias.BiasMeasure;
import org.isogloss.analysis.bias.BiasMeasures;
import org.isogloss.analysis.bias.BiasOptions;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.MatchedComparison;
import org.isogloss.analysis.bias.RankTable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.retrieval.Rankings;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how a scored model treats languages. */
@Command(
        name = "bias",
        description = {
            "Tell how a scored model treats languages: every bias measure by question language,"
                    + " with its floor or its value under random ranking, and 95%% intervals.",
            "Computed from ranks.csv, ranking.trec and languages.csv; the model is not needed."
        },
        mixinStandardHelpOptions = true)
final class BiasCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Parameters(
            paramLabel = "RESULTS|RUN",
            description = "A folder of results (with ranks.csv) or a run's folder.")
    Path folder;

    @Option(
            names = "--against",
            paramLabel = "RESULTS|RUN",
            description =
                    "Compare with another run on the same collection: as they are, and matched by"
                            + " average precision and by the rank of the best answer.")
    Path against;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "Only this collection of a run.")
    String collection;

    @Option(
            names = "--k",
            paramLabel = "K",
            converter = Count.class,
            description = "Best hits looked at (default: ${DEFAULT-VALUE}).")
    int cutoff = BiasOptions.STANDARD.cutoff();

    @Option(
            names = "--peer-cutoff",
            paramLabel = "K",
            description = "PEER's cutoff, 0 for none (default: ${DEFAULT-VALUE}).")
    int peerCutoff = BiasOptions.STANDARD.peerCutoff();

    @Option(
            names = "--trim",
            paramLabel = "SHARE",
            description = "Trimmed at each end by the trimmed mean (default: ${DEFAULT-VALUE}).")
    double trim = BiasOptions.STANDARD.trim();

    @Option(
            names = "--resamples",
            paramLabel = "N",
            description = "Bootstrap samples, 0 for no intervals (default: ${DEFAULT-VALUE}).")
    int resamples = BiasOptions.STANDARD.resamples();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where the drawing starts (default: ${DEFAULT-VALUE}).")
    long seed = BiasOptions.STANDARD.seed();

    @Option(names = "--explain", description = "Tell what each measure is and how it misleads.")
    boolean explain;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    /**
     * What can be told of results that were written before ranks were kept.
     *
     * @param collection the collection's name
     * @param summary what there is
     * @param absent the measures that cannot be told
     */
    record OldResults(String collection, Evaluation summary, List<String> absent) {
        static final List<String> KNOWN = List.of("rank_distance", "own_language_1");

        static OldResults of(Evaluation summary) {
            return new OldResults(
                    summary.collection(),
                    summary,
                    BiasMeasures.all().stream()
                            .map(BiasMeasure::id)
                            .filter(id -> !KNOWN.contains(id))
                            .toList());
        }
    }

    @Override
    public Integer call() {
        BiasOptions options = new BiasOptions(cutoff, peerCutoff, trim, resamples, seed);
        PrintWriter print = command.commandLine().getOut();
        if (against == null) {
            List<Object> reports = new ArrayList<>();
            for (ResultFolder results : results(folder)) {
                report(results, options, reports, print);
            }
            if (json) {
                print.println(JsonFile.text(reports));
            }
        } else {
            List<MatchedComparison> compared =
                    MatchedComparison.all(table(folder), table(against), options);
            if (json) {
                print.println(JsonFile.text(compared));
            } else {
                new MatchedTable(folder, against, compared, explain)
                        .lines()
                        .forEach(print::println);
            }
        }
        return ExitCode.OK;
    }

    private void report(
            ResultFolder results, BiasOptions options, List<Object> reports, PrintWriter print) {
        Optional<Rankings> rankings = results.rankings();
        if (rankings.isPresent()) {
            RankTable table = new RankTable(rankings.get());
            BiasReport report = BiasReport.of(name(results), table, options);
            reports.add(report);
            if (!json) {
                new BiasTable(report, explain).lines().forEach(print::println);
                print.println();
                new LimitTable(LimitTests.of(rankings.get().questions()))
                        .lines()
                        .forEach(print::println);
                print.println(
                        results.evaluation()
                                .map(Evaluation::zeroShot)
                                .orElse(OverlapVerdict.NOT_CHECKED));
            }
        } else {
            OldResults old =
                    OldResults.of(
                            results.evaluation().orElseThrow(() -> notScored(results.path(), "")));
            reports.add(old);
            if (!json) {
                BiasTable.lines(old).forEach(print::println);
            }
        }
    }

    private static String name(ResultFolder results) {
        return results.evaluation()
                .map(Evaluation::collection)
                .orElseGet(() -> results.path().toAbsolutePath().getFileName().toString());
    }

    /** The one result folder that is compared. */
    private RankTable table(Path place) {
        List<ResultFolder> found = results(place);
        if (found.size() > 1) {
            throw BadInputException.in(
                    place,
                    "has results on %s; choose one with --collection"
                            .formatted(
                                    String.join(
                                            ", ", found.stream().map(BiasCommand::name).toList())));
        }
        return found.get(0)
                .rankings()
                .map(RankTable::new)
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        found.get(0).path(),
                                        "was scored before ranks were kept, so that it cannot be"
                                                + " compared; score the model anew"));
    }

    private List<ResultFolder> results(Path place) {
        if (!RunFolder.isOne(place)) {
            ResultFolder results = new ResultFolder(place);
            if (Files.exists(results.ranks()) || Files.exists(results.summary())) {
                return List.of(results);
            }
            throw notScored(place, ": it has no ranks.csv, summary.json or spec.json");
        }
        RunFolder run = RunFolder.open(place);
        List<ResultFolder> found =
                run.frozen().spec().recipe().evaluation().stream()
                        .filter(s -> collection == null || s.name().equals(collection))
                        .map(source -> run.results(source.name()))
                        .filter(results -> Files.exists(results.summary()))
                        .toList();
        if (found.isEmpty()) {
            throw notScored(place, collection == null ? "" : " on '" + collection + "'");
        }
        return found;
    }

    private static BadInputException notScored(Path place, String more) {
        return BadInputException.in(
                place,
                "has no results"
                        + more
                        + "; name what 'isogloss evaluate --out' wrote, or a finished run");
    }
}
