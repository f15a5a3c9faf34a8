package org.isogloss.launch.slurm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;

/**
 * Does Slurm's commands, here or on a login node through {@code ssh}, which must log in without
 * being asked anything: by a key, an agent or a connection that stands already.
 *
 * @param before what goes before a command here; empty if the command itself is what to start
 * @param quoted whether the far end of it is a shell, which takes words apart again
 */
record SlurmShell(List<String> before, boolean quoted) {
    private static final long PATIENCE_SECONDS = 60;

    private static final int SSH_FAILED = 255;

    /** What Slurm's commands say where its controller is down, restarted or overwhelmed. */
    private static final Pattern UNREACHED =
            Pattern.compile(
                    "Unable to contact slurm controller|Socket timed out|Connection refused"
                            + "|Connection reset|Connection timed out|Zero Bytes were transmitted"
                            + "|Transport endpoint|temporarily unable|Backup controller");

    SlurmShell {
        before = List.copyOf(before);
    }

    /**
     * What a command said.
     *
     * @param code its exit code
     */
    record Said(int code, String out, String err) {
        /** True if ssh or Slurm's command did not reach the other end, or got no answer from it. */
        boolean unanswered() {
            return code == SSH_FAILED || (code != 0 && UNREACHED.matcher(err).find());
        }

        /** The lines it printed that are not empty. */
        List<String> lines() {
            return out.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }

        /**
         * What it complained of, on one line: of many lines the first two, and the last, where ssh
         * says what its warnings came to.
         */
        String complaint() {
            List<String> said =
                    (err.isBlank() ? out : err)
                            .lines()
                            .map(line -> line.replaceAll("^[@\\s]+|[@\\s]+$", ""))
                            .filter(line -> !line.isEmpty())
                            .toList();
            if (said.isEmpty()) {
                return "exit code " + code;
            }
            int last = said.size() - 1;
            return IntStream.rangeClosed(0, last)
                    .filter(line -> line < 2 || line == last)
                    .mapToObj(said::get)
                    .collect(Collectors.joining("; "));
        }
    }

    /** Where settings say that Slurm is. */
    static SlurmShell of(SlurmSettings settings) {
        return settings.host() == null
                ? new SlurmShell(List.of(), false)
                : new SlurmShell(
                        List.of(
                                "ssh",
                                "-o",
                                "BatchMode=yes",
                                "-o",
                                "ConnectTimeout=15",
                                "--",
                                settings.host()),
                        true);
    }

    /**
     * Does a command and waits for it.
     *
     * @throws BadInputException if there is no such command
     * @throws NoAnswerException if it does not answer
     */
    Said run(List<String> command) {
        List<String> whole = new ArrayList<>(before);
        if (quoted) {
            whole.add(command.stream().map(SlurmShell::quote).collect(Collectors.joining(" ")));
        } else {
            whole.addAll(command);
        }
        Process process = start(whole);
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new NoAnswerException(
                        command.get(0) + " has not answered for " + PATIENCE_SECONDS + " s");
            }
            return new Said(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new NoAnswerException(
                    "cannot talk to " + command.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted while waiting for " + command.get(0));
        }
    }

    private static Process start(List<String> whole) {
        try {
            return new ProcessBuilder(whole).start();
        } catch (IOException e) {
            throw new BadInputException(
                    "cannot start '"
                            + whole.get(0)
                            + "': is Slurm on this machine? If it is reached through a login node,"
                            + " name that as the host",
                    e);
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader =
                new Thread(
                        () -> {
                            try (stream) {
                                text.complete(
                                        new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                // The process was ended; what it said before is not needed.
                                text.complete("");
                            }
                        },
                        "slurm");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    /** A word as a POSIX shell takes it for one word, whatever is in it. */
    static String quote(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
