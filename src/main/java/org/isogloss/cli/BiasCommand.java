package org.isogloss.cli;

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
import org.isogloss.corpus.overlap.OverlapVerdict;
import org.isogloss.retrieval.Rankings;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin ResultsOptions results;

    @Option(names = "--explain", description = "Tell what each measure is and how it misleads.")
    boolean explain;

    private final SettingOptions settings = new SettingOptions(BiasOptions.SETTINGS);

    /** The options of what papers leave open are made from what the measures say of them. */
    @Spec
    void hasOptionsOfSettings(CommandSpec command) {
        settings.addTo(command);
    }

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
        results.check();
        BiasOptions options = BiasOptions.of(settings.chosen());
        if (against == null) {
            List<Object> reports = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            results(folder).forEach(each -> report(each, options, reports, lines));
            results.tell(reports, () -> lines);
        } else {
            if (folder.toAbsolutePath().normalize().equals(against.toAbsolutePath().normalize())) {
                throw BadInputException.in(against, "is the same run; name another one");
            }
            List<MatchedComparison> compared =
                    MatchedComparison.all(table(folder), table(against), options);
            results.tell(compared, new MatchedTable(folder, against, compared, explain)::lines);
        }
        return ExitCode.OK;
    }

    private void report(
            ResultFolder scored, BiasOptions options, List<Object> reports, List<String> lines) {
        Optional<Rankings> rankings = scored.rankings();
        if (rankings.isPresent()) {
            RankTable table = new RankTable(rankings.get());
            BiasReport report = BiasReport.of(name(scored), table, options);
            reports.add(report);
            lines.addAll(new BiasTable(report, explain).lines());
            lines.add("");
            lines.addAll(new LimitTable(LimitTests.of(rankings.get().questions())).lines());
            lines.add(
                    scored.evaluation()
                            .map(Evaluation::zeroShot)
                            .orElse(OverlapVerdict.NOT_CHECKED));
        } else {
            OldResults old =
                    OldResults.of(
                            scored.evaluation().orElseThrow(() -> notScored(scored.path(), "")));
            reports.add(old);
            lines.addAll(BiasTable.lines(old));
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
            ResultFolder scored = new ResultFolder(place);
            if (Files.exists(scored.ranks()) || Files.exists(scored.summary())) {
                return List.of(scored);
            }
            throw notScored(place, ": it has no ranks.csv, summary.json or spec.json");
        }
        RunFolder run = RunFolder.open(place);
        List<ResultFolder> found =
                run.frozen().spec().recipe().evaluation().stream()
                        .filter(
                                s ->
                                        results.collection == null
                                                || s.name().equals(results.collection))
                        .map(source -> run.results(source.name()))
                        .filter(scored -> Files.exists(scored.summary()))
                        .toList();
        if (found.isEmpty()) {
            throw notScored(
                    place, results.collection == null ? "" : " on '" + results.collection + "'");
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
