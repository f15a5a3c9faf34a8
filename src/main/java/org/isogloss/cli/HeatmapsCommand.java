package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.NamedFigure;
import org.isogloss.figure.export.FigureFormat;
import org.isogloss.figure.export.FigureFormats;
import org.isogloss.figure.export.PaperSize;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.CellMeasure.Pool;
import org.isogloss.report.CellScores;
import org.isogloss.report.Heatmaps;
import org.isogloss.report.LanguageOrder;
import org.isogloss.report.StrategyScores;
import org.isogloss.report.StudySnapshot;
import org.isogloss.report.StudyTests;
import org.isogloss.report.StudyWatch;
import org.isogloss.report.TrainingExposure;
import org.isogloss.run.KeptScores;
import org.isogloss.run.UserFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a study's heatmaps as the window's place Results draws them. */
@Command(
        name = "heatmaps",
        description = {
            "Print what each strategy of a study scores in each pair of languages, or in the pool"
                    + " of all, and what it gains over a baseline: * where that is more than"
                    + " chance.",
            "--out writes the figures too, as PDF, SVG and CSV."
        },
        mixinStandardHelpOptions = true)
final class HeatmapsCommand implements Callable<Integer> {
    private static final double DPI = 300;
    private static final List<String> FORMATS = List.of("pdf", "svg", "csv");

    @Spec CommandSpec command;

    @Mixin StudyPlace place;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "The test collection (default: all).")
    String collection;

    @Option(
            names = "--backbone",
            paramLabel = "NAME",
            description = "What the runs start from (default: the study's first).")
    String backbone;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "mAP, R@1, R@10, R@100, MRR or nDCG@10 (default: ${DEFAULT-VALUE}).")
    String metric = "mAP";

    @Option(
            names = "--pool",
            paramLabel = "WHICH",
            description =
                    "answer_language: the passages of one language at a time, or all_languages"
                            + " together (default: ${DEFAULT-VALUE}).")
    Pool pool = Pool.ANSWER_LANGUAGE;

    @Option(
            names = "--baseline",
            paramLabel = "STRATEGY",
            description = "What gains are over (default: the first strategy).")
    String baseline;

    @Option(
            names = "--order",
            paramLabel = "HOW",
            description = "Languages as in the data, or by script, family, score or exposure.")
    LanguageOrder order = LanguageOrder.DATA;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the figures there.")
    Path out;

    @Override
    public Integer call() {
        CellMeasure measure = CellMeasure.of(metric, pool);
        if (out != null) {
            OutputPlace.requireFolder(out);
        }
        StudySnapshot study = look();
        String from = backbone == null ? study.backbones().get(0) : backbone;
        List<List<StrategyScores>> all =
                study.collections().stream()
                        .map(one -> study.scores(one, from))
                        .filter(scores -> !scores.isEmpty())
                        .toList();
        List<List<StrategyScores>> told =
                all.stream()
                        .filter(
                                scores ->
                                        collection == null
                                                || scores.get(0).collection().equals(collection))
                        .toList();
        if (told.isEmpty()) {
            throw BadInputException.in(
                    place.folder,
                    "has no scores from '%s' on %s; it has backbones %s and collections %s"
                            .formatted(
                                    from,
                                    collection == null ? "any collection" : collection,
                                    study.backbones(),
                                    study.collections()));
        }
        KeptScores kept = new KeptScores();
        // of all collections, as in the window: one scale for the study, and one order
        CellScores cells = CellScores.of(study, all, measure, kept);
        PrintWriter print = command.commandLine().getOut();
        TrainingExposure exposure = exposure(study, all);
        Heatmaps heatmaps = Heatmaps.of(study, all, cells, base(all), order, exposure);
        print.println(measure.sentence());
        if (order == LanguageOrder.EXPOSURE) {
            print.println(exposure.sentence());
        }
        told.forEach(scores -> tell(heatmaps, scores, kept, print));
        return ExitCode.OK;
    }

    /** Refused where it is asked for and cannot be told. */
    private TrainingExposure exposure(StudySnapshot study, List<List<StrategyScores>> all) {
        if (order != LanguageOrder.EXPOSURE) {
            return TrainingExposure.UNKNOWN;
        }
        TrainingExposure found =
                TrainingExposure.of(
                        study,
                        all,
                        PoolPlace.in(UserFolder.own().pools(), Progress.NONE, Cancellation.NEVER));
        if (!found.problem().isEmpty()) {
            throw new BadInputException(found.problem());
        }
        return found;
    }

    private StudySnapshot look() {
        return new StudyWatch(
                        place.shelf(),
                        problem -> {
                            throw problem instanceof BadInputException bad
                                    ? bad
                                    : new IllegalStateException(problem);
                        })
                .look(place.study().name());
    }

    private String base(List<List<StrategyScores>> all) {
        List<String> names =
                all.stream().flatMap(List::stream).map(StrategyScores::name).distinct().toList();
        if (baseline != null && !names.contains(baseline)) {
            throw BadInputException.in(
                    place.folder,
                    "has no strategy '%s' with scores; it has %s"
                            .formatted(baseline, String.join(", ", names)));
        }
        return baseline == null ? names.get(0) : baseline;
    }

    private void tell(
            Heatmaps heatmaps, List<StrategyScores> scores, KeptScores kept, PrintWriter print) {
        Optional<StudyTests> tests =
                heatmaps.question(scores).map(question -> StudyTests.of(question, kept));
        List<Heatmaps.Shown> shown = new ArrayList<>(heatmaps.scores(scores));
        heatmaps.baseline(scores)
                .ifPresent(base -> shown.addAll(heatmaps.differences(scores, base, tests)));
        for (Heatmaps.Shown one : shown) {
            print.println();
            print.println(one.figure().title());
            print.println(one.figure().subtitle());
            CellTable.of(one.figure()).lines().forEach(print::println);
            write(one.figure(), scores.get(0).collection());
        }
        tests.filter(test -> !test.refusal().isEmpty())
                .ifPresent(test -> print.println("not tested: " + test.refusal()));
    }

    private void write(Figure figure, String on) {
        if (out == null) {
            return;
        }
        Figure named = new NamedFigure(figure.id() + "-" + on, figure);
        for (String id : FORMATS) {
            FigureFormat format = FigureFormats.byId(id);
            format.write(
                    named,
                    ChartStyle.paper(),
                    PaperSize.ACL_PAGE.size(figure.heightToWidth(), DPI),
                    out.resolve(named.id() + "." + id));
        }
    }
}
