package org.isogloss.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.figure.Inks;
import org.isogloss.figure.export.PaperBundle;
import org.isogloss.figure.export.PaperSize;
import org.isogloss.report.StudyBundle;
import org.isogloss.report.StudyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes the paper bundle of a study, as the window's place Figures does. */
@Command(
        name = "bundle",
        description = {
            "Write everything a paper needs of a study as one zip: figures (PDF, SVG, PNG), tables"
                    + " (LaTeX, CSV, Markdown), captions, specs, scores and references.",
            "The table of means is always in it; --figures chooses among the others."
        },
        mixinStandardHelpOptions = true)
final class StudyBundleCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;

    @Parameters(
            paramLabel = "STUDY_DIR",
            description = "The study's folder of runs, such as runs/world-facts.")
    Path study;

    @Option(names = "--out", required = true, paramLabel = "ZIP", description = "The zip to write.")
    Path out;

    @Option(
            names = "--paper",
            paramLabel = "SIZE",
            converter = Paper.class,
            description =
                    "Width and text of the figures: acl (a column), acl-page, neurips, a4 or slide"
                            + " (default: acl).")
    PaperSize paper = PaperSize.ACL_COLUMN;

    @Option(
            names = "--figures",
            split = ",",
            paramLabel = "ID",
            description =
                    "Figures by their ids, separated by commas, in this order (default: all).")
    List<String> figures = List.of();

    @Option(
            names = "--reference",
            description =
                    "Put the numbers of arXiv 2408.10536 below the means, on XQuAD-R and MLQA-R.")
    boolean reference;

    @Option(names = "--list", description = "Only list the ids of the figures there are.")
    boolean list;

    @Mixin CellMeasures measures = new CellMeasures();

    StudyBundleCommand(Cancellation stop) {
        this.stop = stop;
    }

    /** A size by its id. */
    static final class Paper implements ITypeConverter<PaperSize> {
        @Override
        public PaperSize convert(String id) {
            try {
                return PaperSize.byId(id);
            } catch (BadInputException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }

    @Override
    public Integer call() {
        OutputPlace.requireFile(out);
        StudyBundle content = new StudyBundle(StudyReport.of(study, measures.chosen()));
        if (list) {
            content.figures()
                    .forEach(
                            figure ->
                                    command.commandLine()
                                            .getOut()
                                            .println(figure.id() + "  " + figure.title()));
            return ExitCode.OK;
        }
        PaperBundle bundle = content.of(figures, paper, Inks.STANDARD, reference);
        bundle.write(out, ConsoleProgress.of(command), stop);
        command.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %d figures, %d tables, %d runs%n",
                        out,
                        bundle.items().size(),
                        bundle.tables().size(),
                        bundle.runs().size());
        return ExitCode.OK;
    }
}
