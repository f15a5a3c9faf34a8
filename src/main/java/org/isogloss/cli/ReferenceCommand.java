package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.reference.PublishedScore;
import org.isogloss.analysis.reference.PublishedScores;
import org.isogloss.analysis.reference.ReferenceOverlay;
import org.isogloss.analysis.reference.UnstatedChoice;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.run.ResultFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the paper's numbers, beside a user's own if there are any. */
@Command(
        name = "reference",
        description = {
            "The numbers of arXiv 2408.10536 (hybrid batches), and beside one's own: expected, got,"
                    + " difference.",
            "What the paper does not state is listed below: a difference need not be an error."
        },
        mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "RESULTS",
            description = "A results folder to compare, such as runs/s/r/results/xquad-r.")
    Path results;

    @Option(
            names = "--backbone",
            paramLabel = "NAME",
            defaultValue = "XLM-R",
            description = "XLM-R or LaBSE (default: ${DEFAULT-VALUE}).")
    String backbone;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "hybrid",
            description =
                    "monolingual, cross-lingual or hybrid with α = .5 (default: ${DEFAULT-VALUE}).")
    String strategy;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description =
                    "xquad-r, mlqa-r or miracl-dev (default: the results' own name, or xquad-r).")
    String collection;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    @Override
    public Integer call() {
        PrintWriter print = command.commandLine().getOut();
        if (results == null) {
            List<PublishedScore> scores =
                    PublishedScores.read()
                            .of(backbone, strategy, collection == null ? "xquad-r" : collection);
            print.println(json ? JsonFile.text(scores) : String.join("\n", published(scores)));
        } else {
            Evaluation own = evaluation();
            List<PublishedScore> scores =
                    PublishedScores.read()
                            .of(
                                    backbone,
                                    strategy,
                                    collection == null ? own.collection() : collection);
            ReferenceOverlay overlay = ReferenceOverlay.of(scores, own);
            print.println(json ? JsonFile.text(overlay) : String.join("\n", compared(overlay)));
            if (!json) {
                print.println(own.zeroShot());
            }
        }
        if (!json) {
            print.println();
            choices().forEach(print::println);
        }
        return ExitCode.OK;
    }

    private Evaluation evaluation() {
        if (!Files.isDirectory(results)) {
            throw BadInputException.in(results, "there is no such folder of results");
        }
        return new ResultFolder(results)
                .evaluation()
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        results,
                                        "holds no summary.json; name the folder of one collection's"
                                                + " results, such as results/xquad-r of a run"));
    }

    private static List<String> published(List<PublishedScore> scores) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-14s %-14s %-9s %9s", "", "", "questions", "paper"));
        for (PublishedScore score : scores) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-14s %-14s %-9s %9s",
                            score.measure(),
                            score.setting(),
                            score.question().map(Object::toString).orElse("mean"),
                            number(score.measure(), score.value())));
        }
        return lines;
    }

    private static List<String> compared(ReferenceOverlay overlay) {
        List<String> lines = new ArrayList<>();
        String row = "%-14s %-14s %-9s %9s %9s %11s";
        lines.add(
                String.format(
                        Locale.ROOT, row, "", "", "questions", "expected", "got", "difference"));
        for (ReferenceOverlay.Row each : overlay.rows()) {
            String difference = number(each.measure(), each.difference());
            lines.add(
                    String.format(
                            Locale.ROOT,
                            row,
                            each.measure(),
                            each.setting(),
                            each.question().map(Object::toString).orElse("mean"),
                            number(each.measure(), each.expected()),
                            number(each.measure(), each.got()),
                            each.difference() > 0 ? "+" + difference : difference));
        }
        return lines;
    }

    private static List<String> choices() {
        List<String> lines = new ArrayList<>();
        lines.add("Not stated in the paper, and what is done here unless told otherwise:");
        for (UnstatedChoice choice : UnstatedChoice.all()) {
            lines.add("- " + choice.what() + ": " + choice.ours() + " (" + choice.setting() + ")");
        }
        return lines;
    }

    /** As the paper prints it: four decimals, rank distance one. */
    private static String number(String measure, double value) {
        return String.format(Locale.ROOT, measure.equals("rank_distance") ? "%.1f" : "%.4f", value);
    }
}
