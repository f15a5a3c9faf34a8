package org.isogloss.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isogloss.analysis.stats.SizeLaw;
import org.isogloss.analysis.stats.SizeTrend;
import org.isogloss.analysis.stats.SizeTrends;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.figure.MeasureBySize;
import org.isogloss.report.MacroMeasure;
import org.isogloss.report.SizeFigures;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.StudyWatch;
import org.isogloss.run.KeptScores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what the size of the model does to a study's numbers. */
@Command(
        name = "scaling",
        description = {
            "Fit the scores of a study's strategies over the logarithm of their models' size, and"
                    + " each strategy's lead over a baseline: does it grow with the model?",
            "A line needs backbones of at least three sizes, a power law with a floor four."
                    + " Intervals count questions and seeds, not"
                    + " that other sizes might lie elsewhere."
        },
        mixinStandardHelpOptions = true)
final class ScalingCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Mixin StudyPlace place;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "The test collection (default: all).")
    String collection;

    @Option(
            names = "--baseline",
            paramLabel = "STRATEGY",
            description = "Whose lead the others are given over (default: the first).")
    String baseline = "";

    @Option(
            names = "--axis",
            paramLabel = "WHAT",
            description =
                    "non_embedding: parameters outside embedding tables, or all (default:"
                            + " non_embedding, but all where a model is a bag of embeddings).")
    MeasureBySize.Axis axis;

    @Option(
            names = "--law",
            paramLabel = "LAW",
            description =
                    "line: over log size, or power: d + (A/N)^a for what scores lack to 1 and for"
                            + " ranks, a power law with a floor (default: ${DEFAULT-VALUE}).")
    SizeLaw law = SizeLaw.LINE;

    @Option(
            names = "--measure",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Numbers to fit, separated by commas: ${COMPLETION-CANDIDATES} (default: mAP in"
                            + " all three searches, rank distance, own language first).")
    List<MacroMeasure> measures = SizeFigures.MEASURES;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    @Override
    public Integer call() {
        StudySnapshot study =
                new StudyWatch(
                                place.shelf(),
                                problem -> {
                                    throw problem instanceof BadInputException bad
                                            ? bad
                                            : new IllegalStateException(problem);
                                })
                        .look(place.study().name());
        List<String> collections = collection == null ? study.collections() : List.of(collection);
        if (collections.isEmpty()) {
            throw BadInputException.in(place.folder, "has no finished run yet");
        }
        MeasureBySize.Axis counted = axis == null ? SizeFigures.axis(study) : axis;
        SizeFigures.Choice choice = new SizeFigures.Choice(counted, law, baseline, measures);
        KeptScores kept = new KeptScores();
        List<SizeFigures> found =
                collections.stream().map(one -> SizeFigures.of(study, one, choice, kept)).toList();
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(
                    JsonFile.text(
                            found.stream()
                                    .map(
                                            one ->
                                                    new Fitted(
                                                            one.collection(),
                                                            one.choice().axis().label(),
                                                            one.measures().stream()
                                                                    .map(
                                                                            SizeFigures.Measured
                                                                                    ::trends)
                                                                    .toList()))
                                    .toList()));
        } else {
            found.forEach(one -> print(one, out));
        }
        return ExitCode.OK;
    }

    /**
     * What is printed as JSON.
     *
     * @param size how it is counted
     */
    record Fitted(String collection, String size, List<SizeTrends> trends) {}

    private static void print(SizeFigures figures, PrintWriter out) {
        out.println(figures.collection() + ", by " + figures.choice().axis().label());
        for (SizeFigures.Measured measured : figures.measures()) {
            out.println();
            out.println(SizeFigures.words(measured.measure()));
            for (SizeTrend trend : measured.trends().strategies()) {
                out.println(row(measured, trend));
            }
            measured.sentences().forEach(sentence -> out.println("  " + sentence));
            measured.limits().ifPresent(limits -> out.println("  " + limits));
        }
        out.println();
    }

    private static String row(SizeFigures.Measured measured, SizeTrend trend) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-20s", trend.name()));
        for (SizeTrend.Point point : trend.points()) {
            row.append(
                    String.format(
                            Locale.ROOT,
                            "  %s %s",
                            point.label(),
                            measured.measure().written().apply(point.value().estimate())));
        }
        return row.append(String.format(Locale.ROOT, "   R² %.4f", trend.rSquared())).toString();
    }
}
