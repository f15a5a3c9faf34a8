package org.isogloss.cli;

import picocli.CommandLine.Command;

/** Several comparable runs at once. */
@Command(
        name = "study",
        description = "Plan, train, follow and report all runs of a study.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StudyPlanCommand.class,
            StudyRunCommand.class,
            StudyStatusCommand.class,
            StudyResumeCommand.class,
            StudyQueueCommand.class,
            StudyReportCommand.class,
            StudyBundleCommand.class
        })
final class StudyCommand {}
