package org.isogloss.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.isogloss.report.ReportFolder;
import org.isogloss.report.StudyReport;
import picocli.CommandLine.Command;
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

    @Override
    public Integer call() {
        ReportFolder folder = new ReportFolder(out);
        OutputPlace.requireFolder(out);
        folder.requireOwn();
        folder.write(StudyReport.of(study));
        command.commandLine().getOut().println(folder.page());
        return ExitCode.OK;
    }
}
