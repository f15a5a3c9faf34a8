package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isogloss.analysis.Macro;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.run.Compute;
import org.isogloss.run.GeometryReport;
import org.isogloss.run.RunErasures;
import org.isogloss.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds language erasures to the results of runs. */
@Command(
        name = "erasure",
        description = {
            "Score finished runs again after taking out of their vectors what tells languages"
                    + " apart, and write geometry.json and map.csv into their results: the window"
                    + " shows them under Bias.",
            "Nothing else of a run is changed. Vectors are changed after training, and what is taken"
                    + " out is learnt from the texts that are searched."
        },
        mixinStandardHelpOptions = true)
final class ErasureCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Folders of finished runs.")
    List<Path> runs = List.of();

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "Only this test collection (default: each that the run was scored on).")
    String collection;

    @Mixin ComputeOptions computing;
    @Mixin PoolOptions indexing;

    ErasureCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        List<RunFolder> folders = runs.stream().map(RunFolder::open).toList();
        for (RunFolder run : folders) {
            if (run.scored().isEmpty()) {
                throw BadInputException.in(
                        run.path(), "has no scores yet; wait until the run has finished");
            }
        }
        Compute compute = computing.compute();
        compute.start(command.commandLine().getErr()::println);
        for (RunFolder run : folders) {
            RunErasures erasures = new RunErasures(run, compute, indexing.place(command, stop));
            for (String name : collection == null ? run.scored() : List.of(collection)) {
                print(
                        run,
                        erasures.measure(name, ConsoleProgress.of(command), stop),
                        command.commandLine().getOut());
            }
        }
        return ExitCode.OK;
    }

    private static void print(RunFolder run, GeometryReport report, PrintWriter out) {
        out.println(run.id() + ", " + report.collection());
        out.println(row("taken out", "mono", "cross", "multi", "distance", "explained"));
        for (GeometryReport.Level level : report.levels()) {
            Macro macro = level.macro();
            out.println(
                    row(
                            level.name(),
                            MacroTable.share(macro.monolingualMap()),
                            MacroTable.share(macro.crossLingualMap()),
                            MacroTable.share(macro.multilingualMap()),
                            String.format(Locale.ROOT, "%,.0f", macro.rankDistance()),
                            MacroTable.share(level.passagesExplained())));
        }
    }

    private static String row(
            String what, String mono, String cross, String multi, String rank, String explained) {
        return String.format(
                Locale.ROOT,
                "%-20s %6s %6s %6s %9s %9s",
                what,
                mono,
                cross,
                multi,
                rank,
                explained);
    }
}
