package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.hub.HubSettings;
import org.isogloss.run.Environment;
import org.isogloss.run.UserFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command {@code isogloss} with all it can do. */
@Command(
        name = "isogloss",
        description = {
            "Hybrid batch training of multilingual retrievers: train, score, compare.",
            "Without a command the window opens."
        },
        mixinStandardHelpOptions = true,
        versionProvider = IsoglossCommand.Version.class,
        subcommands = {
            StudyCommand.class,
            RunCommand.class,
            PauseCommand.class,
            ContinueCommand.class,
            CancelCommand.class,
            AgainCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            ScoreCommand.class,
            HeatmapsCommand.class,
            ScalingCommand.class,
            BiasCommand.class,
            MeasuresCommand.class,
            GeometryCommand.class,
            ErasureCommand.class,
            QueryCommand.class,
            RescoreCommand.class,
            MtebCommand.class,
            ReferenceCommand.class,
            EncodeCommand.class,
            EncodePoolCommand.class,
            DataCommand.class,
            ModelCommand.class,
            BenchCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:the command line is not understood",
            "3:an input cannot be used",
            "4:cancelled"
        })
public final class IsoglossCommand {
    private IsoglossCommand() {}

    /** Runs a command line and returns its exit code. */
    public static int execute(String... arguments) {
        try (Interrupt interrupt = new Interrupt()) {
            return commandLine(interrupt).execute(arguments);
        }
    }

    static CommandLine commandLine(Cancellation stop) {
        Path home = Path.of(System.getProperty("user.home"));
        return commandLine(stop, new HubSettings(System.getenv(), home));
    }

    static CommandLine commandLine(Cancellation stop, HubSettings hub) {
        return commandLine(new CommandFactory(stop, hub, UserFolder.own(), KnownDatasets::shipped));
    }

    static CommandLine commandLine(CommandFactory factory) {
        Cancellation stop = factory.stop();
        return new CommandLine(new IsoglossCommand(), factory)
                .setExecutionStrategy(parsed -> execute(parsed, stop))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new CliErrors())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true);
    }

    /** What was interrupted where nothing looks at it, while reading, is cancelled all the same. */
    private static int execute(ParseResult parsed, Cancellation stop) {
        int code = new RunLast().execute(parsed);
        if (code == ExitCode.OK && stop.requested()) {
            parsed.commandSpec().commandLine().getErr().println(CliErrors.CANCELLED);
            return ExitCode.CANCELLED;
        }
        return code;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Isogloss " + Environment.version()};
        }
    }
}
