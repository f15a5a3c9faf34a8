package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.base.JsonFile;
import org.isogloss.retrieval.RunScores;
import org.isogloss.retrieval.RunScoring;
import org.isogloss.retrieval.TieRule;
import org.isogloss.retrieval.TrecFile;
import org.isogloss.retrieval.metric.Metric;
import org.isogloss.retrieval.metric.Metrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Scores somebody's TREC run against TREC judgments. */
@Command(
        name = "score",
        description = {
            "Score a TREC run against TREC judgments, equal to trec_eval 9.",
            "Queries that lack judgments or results are left out, unless --complete-queries counts"
                    + " those without results as 0."
        },
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Option(
            names = "--qrels",
            required = true,
            paramLabel = "FILE",
            description = "Judgments: query, iteration, document, grade; .gz too.")
    Path qrels;

    @Option(
            names = "--run",
            required = true,
            paramLabel = "FILE",
            description = "The run: query, Q0, document, rank, score, tag; .gz too.")
    Path run;

    @Option(
            names = {"-m", "--metrics"},
            split = ",",
            paramLabel = "METRIC",
            description =
                    "By trec_eval's names or papers': map, map_cut_10 or AP@10, ndcg, ndcg_cut_10 or"
                            + " nDCG@10, recall_100 or R@100, recip_rank or MRR, recip_rank_cut_10"
                            + " or MRR@10, P_10 or P@10, success_1, Rprec, judged_10; any cutoff."
                            + " Default: these and recall_10.")
    List<String> metrics = List.of();

    @Option(
            names = {"-q", "--per-query"},
            description = "Print the numbers of each query as well.")
    boolean perQuery;

    @Option(
            names = {"-l", "--relevance-level"},
            defaultValue = "1",
            paramLabel = "GRADE",
            description =
                    "From which grade on a document is relevant (default: ${DEFAULT-VALUE}); nDCG"
                            + " looks at the grades themselves.")
    int level;

    @Option(
            names = {"-c", "--complete-queries"},
            description = "Count judged queries that the run lacks, with 0.")
    boolean complete;

    @Option(
            names = "--ties",
            defaultValue = "trec",
            converter = Ties.class,
            paramLabel = "RULE",
            description = {
                "How documents of equal score are ordered (default: ${DEFAULT-VALUE}):",
                "trec: as trec_eval 9, by id, descending, scores compared as 32-bit numbers;",
                "trec-10: as trec_eval 10, the same with 64-bit numbers;",
                "docid-ascending: by id, ascending, as Anserini;",
                "input-order: as they stand in the file."
            })
    TieRule ties;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    /** A tie rule by its name. */
    static final class Ties implements ITypeConverter<TieRule> {
        @Override
        public TieRule convert(String name) {
            return TieRule.named(name)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "there is no rule '"
                                                    + name
                                                    + "', only "
                                                    + Stream.of(TieRule.values())
                                                            .map(TieRule::id)
                                                            .collect(Collectors.joining(", "))));
        }
    }

    @Override
    public Integer call() {
        List<Metric> chosen =
                metrics.isEmpty() ? Metrics.all() : metrics.stream().map(Metrics::of).toList();
        RunScoring scoring = new RunScoring(chosen, level, ties, complete);
        RunScores scores = scoring.of(TrecFile.judgments(qrels), TrecFile.run(run));
        PrintWriter print = command.commandLine().getOut();
        if (json) {
            print.println(JsonFile.text(ScoreReport.of(scoring, scores, perQuery)));
        } else {
            TrecEvalTable table = new TrecEvalTable(scores);
            if (perQuery) {
                table.perQuery().forEach(print::println);
            }
            table.all().forEach(print::println);
        }
        tellWhatIsLeftOut(scores, command.commandLine().getErr());
        return ExitCode.OK;
    }

    /** A mean over fewer queries than somebody thinks is a trap that trec_eval says nothing of. */
    private void tellWhatIsLeftOut(RunScores scores, PrintWriter err) {
        int unjudged = scores.unjudgedQueries().size();
        int missing = scores.missingQueries().size();
        if (unjudged > 0) {
            err.println(
                    "isogloss: queries of the run without judgments, which do not count: "
                            + unjudged);
        }
        if (missing > 0) {
            err.println(
                    "isogloss: judged queries that the run lacks, "
                            + (complete
                                    ? "counted as 0: "
                                    : "which do not count without --complete-queries: ")
                            + missing);
        }
    }
}
