package org.isogloss.launch;

import java.util.ArrayList;
import java.util.List;
import org.isogloss.run.RunFolder;

/**
 * Measures language erasures of finished runs in a process of its own, which outlives the window.
 *
 * @param process on what to compute
 */
public record ErasureProcess(LocalProcess process) {

    /**
     * Starts and returns at once.
     *
     * @param runs at least one
     * @param collection a test collection they were scored on
     */
    public BenchProcess.Running start(List<RunFolder> runs, String collection) {
        return LoggedProcess.start(
                process, arguments(runs, collection), runs.get(0).results(collection).erasureLog());
    }

    List<String> arguments(List<RunFolder> runs, String collection) {
        List<String> arguments = new ArrayList<>(List.of("erasure"));
        runs.forEach(run -> arguments.add(run.path().toString()));
        arguments.addAll(List.of("--collection", collection));
        arguments.addAll(process.options());
        return arguments;
    }
}
