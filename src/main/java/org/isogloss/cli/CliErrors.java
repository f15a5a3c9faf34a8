package org.isogloss.cli;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.isogloss.base.BadInputException;
import org.isogloss.base.DiskFault;
import org.isogloss.training.TrainingDivergedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place that turns an exception into words on standard error and an exit code. */
final class CliErrors implements IExecutionExceptionHandler {
    static final String CANCELLED = "isogloss: cancelled";

    @Override
    public int handleExecutionException(
            Exception exception, CommandLine command, ParseResult parsed) {
        if (exception instanceof BadInputException) {
            command.getErr().println("isogloss: " + exception.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (exception instanceof UncheckedIOException
                || exception instanceof TrainingDivergedException) {
            String sentence =
                    DiskFault.behind(exception)
                            .map(fault -> fault.sentence(exception))
                            .orElse(exception.getMessage());
            command.getErr().println("isogloss: " + sentence);
            return ExitCode.FAILED;
        }
        if (exception instanceof CancellationException) {
            command.getErr().println(CANCELLED);
            return ExitCode.CANCELLED;
        }
        command.getErr().println("isogloss: this should not have happened; please report it:");
        exception.printStackTrace(command.getErr());
        return ExitCode.FAILED;
    }
}
