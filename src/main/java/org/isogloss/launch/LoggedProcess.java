package org.isogloss.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process whose last line of output says how far it is. */
record LoggedProcess(Process process, Path log) implements BenchProcess.Running {

    /**
     * Starts a command with an empty log.
     *
     * @param arguments its command line
     */
    static LoggedProcess start(LocalProcess process, List<String> arguments, Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + log + ": " + e.getMessage(), e);
        }
        return new LoggedProcess(process.start(arguments, log), log);
    }

    @Override
    public Optional<Integer> exit() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    @Override
    public String said() {
        try {
            // Half a letter at its end is one that is just being written.
            return Files.exists(log)
                    ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                            .lines()
                            .reduce("", (before, line) -> line)
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void cancel() {
        process.destroy();
    }
}
