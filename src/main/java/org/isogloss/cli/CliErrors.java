package org.isogloss.cli;

import java.util.concurrent.CancellationException;
import org.isogloss.base.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place that turns an exception into words on standard error and an exit code. */
final class CliErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception exception, CommandLine command, ParseResult parsed) {
        if (exception instanceof BadInputException) {
            command.getErr().println("isogloss: " + exception.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (exception instanceof CancellationException) {
            command.getErr().println("isogloss: cancelled");
            return ExitCode.CANCELLED;
        }
        command.getErr().println("isogloss: this should not have happened; please report it:");
        exception.printStackTrace(command.getErr());
        return ExitCode.FAILED;
    }
}
