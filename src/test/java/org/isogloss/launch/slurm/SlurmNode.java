package org.isogloss.launch.slurm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A Slurm of one node, started for a test by {@code src/test/slurm/start.sh}; the test is skipped,
 * with the script's reason, where that cannot be.
 */
final class SlurmNode implements AutoCloseable {
    private static final int CANNOT = 77;

    private final Path folder;

    SlurmNode(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Process start = script("start.sh");
        String said =
                new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = start.waitFor();
        assumeTrue(code != CANNOT, said);
        if (code != 0) {
            throw new IOException("start.sh ended with " + code + ": " + said);
        }
    }

    SlurmShell shell() {
        return new SlurmShell(List.of("/usr/bin/env", "SLURM_CONF=" + conf()), false);
    }

    Path conf() {
        return folder.resolve("slurm.conf");
    }

    /** Does a command of Slurm and returns what it printed. */
    String run(String... command) {
        SlurmShell.Said said = shell().run(List.of(command));
        if (said.code() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said.complaint());
        }
        return said.out().strip();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Process stop = script("stop.sh");
        stop.getInputStream().readAllBytes();
        stop.waitFor();
    }

    private Process script(String name) throws IOException {
        Path script = Path.of("src/test/slurm", name).toAbsolutePath();
        // Daemons that hold a pipe open would keep its reader waiting; start.sh redirects theirs.
        return new ProcessBuilder("bash", script.toString(), folder.toString())
                .redirectErrorStream(true)
                .start();
    }
}
