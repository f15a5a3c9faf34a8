package org.isogloss.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.Results;
import org.isogloss.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes stored results anew from stored ranks. */
@Command(
        name = "rescore",
        description = {
            "Compute scores.csv, summary.json, bias.json and limits.json anew from ranks.csv,"
                    + " ranking.trec and languages.csv, after a definition has changed. The model is"
                    + " not needed.",
            "Where no definition has changed the files stay as they are, to the byte. The model card"
                    + " and the events of a run keep what was measured then, and so do"
                    + " geometry.json and map.csv: they follow from vectors, which are not kept;"
                    + " erasure writes them anew."
        },
        mixinStandardHelpOptions = true)
final class RescoreCommand implements Callable<Integer> {
    @Spec CommandSpec command;
    private final Cancellation stop;

    @Parameters(
            arity = "1..*",
            paramLabel = "RESULTS|RUN",
            description = "Folders of results, or of runs with all their results.")
    List<Path> folders = List.of();

    RescoreCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() {
        List<ResultFolder> all = new ArrayList<>();
        folders.forEach(folder -> all.addAll(results(folder)));
        PrintWriter print = command.commandLine().getOut();
        for (ResultFolder results : all) {
            stop.check();
            Map<Path, String> before = fingerprints(results);
            Results.read(results).write(results);
            Map<Path, String> after = fingerprints(results);
            List<String> changed =
                    after.keySet().stream()
                            .filter(file -> !after.get(file).equals(before.get(file)))
                            .map(file -> file.getFileName().toString())
                            .toList();
            print.println(
                    results.path()
                            + ": "
                            + (changed.isEmpty()
                                    ? "as it was"
                                    : "changed " + String.join(", ", changed)));
        }
        return ExitCode.OK;
    }

    private static List<ResultFolder> results(Path folder) {
        if (!RunFolder.isOne(folder)) {
            return List.of(new ResultFolder(folder));
        }
        RunFolder run = RunFolder.open(folder);
        if (run.scored().isEmpty()) {
            throw BadInputException.in(
                    folder, "has no scores yet; wait until the run has finished");
        }
        return run.scored().stream().map(run::results).toList();
    }

    /** What each file that is computed holds; none that is absent. */
    private static Map<Path, String> fingerprints(ResultFolder results) {
        Map<Path, String> fingerprints = new LinkedHashMap<>();
        for (Path file :
                List.of(results.scores(), results.summary(), results.bias(), results.limits())) {
            if (Files.exists(file)) {
                fingerprints.put(file, Fingerprint.of(file));
            }
        }
        return fingerprints;
    }
}
