package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.isogloss.base.JsonFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which stored results a command looks at, and where it tells what it found. */
final class ResultsOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "Which results to take, where runs are scored on several collections.")
    String collection;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the JSON there as well.")
    Path out;

    /** Checks before long work that the JSON can be written. */
    void check() {
        if (out != null) {
            OutputPlace.requireFile(out);
        }
    }

    /** Tells a report: as JSON where that is asked for, else in lines for people. */
    void tell(Object report, Supplier<List<String>> lines) {
        if (out != null) {
            JsonFile.write(out, report);
        }
        PrintWriter print = command.commandLine().getOut();
        if (json) {
            print.println(JsonFile.text(report));
        } else {
            lines.get().forEach(print::println);
        }
    }
}
