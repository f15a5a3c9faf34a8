package org.isogloss.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.ReportFolder;
import org.isogloss.report.StudyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a study's report, to be read without this program. */
@Command(
        name = "report",
        description = {
            "Write what a study found as one web page that needs nothing else, and its tables as"
                    + " CSV beside it.",
            "Of several measures the page shows the heatmaps of the one that its reader chooses.",
            "A study that is not finished is reported as far as it is, and what is missing is said."
        },
        mixinStandardHelpOptions = true)
final class StudyReportCommand implements Callable<Integer> {
    @Spec CommandSpec command;

    @Parameters(
            paramLabel = "STUDY_DIR",
            description = "The study's folder of runs, such as runs/world-facts.")
    Path study;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the report is written; a new or empty folder, or an older report.")
    Path out;

    @Mixin CellMeasures measures = new CellMeasures();

    @Override
    public Integer call() {
        List<CellMeasure> chosen = measures.chosen();
        ReportFolder folder = new ReportFolder(out);
        OutputPlace.requireFolder(out);
        folder.requireOwn();
        folder.write(StudyReport.of(study, chosen));
        command.commandLine().getOut().println(folder.page());
        return ExitCode.OK;
    }
}
