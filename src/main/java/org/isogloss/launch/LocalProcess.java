package org.isogloss.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.isogloss.run.EventLog;
import org.isogloss.run.RunEvent;
import org.isogloss.run.RunFolder;

/**
 * Starts Isogloss again on this machine as a process of its own, detached from the terminal and the
 * window.
 *
 * @param threads processor threads each run may use
 * @param device what each run computes on: {@code cpu} or {@code gpu:0}
 */
public record LocalProcess(int threads, String device) implements Launcher {
    // By name: the front door knows every room, and no room knows it.
    private static final String MAIN = "org.isogloss.Main";

    /** The device that every machine has. */
    public static final String PROCESSOR = "cpu";

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /**
     * What a process that computes is surrounded by, unless the user has set it. A waiting thread
     * must not burn the core its neighbour computes on. And glibc keeps one heap for all threads:
     * batches differ in length, and each heap keeps the largest of what passed through it. Giving
     * memory back at once, by thresholds, would take a third of the speed.
     */
    private static final Map<String, String> SURROUNDINGS =
            Map.of("OMP_WAIT_POLICY", "passive", "MALLOC_ARENA_MAX", "1");

    /** Processes that compute on the processor. */
    public LocalProcess(int threads) {
        this(threads, PROCESSOR);
    }

    /** The options that tell a command of Isogloss what to compute on. */
    List<String> options() {
        return List.of("--threads", Integer.toString(threads), "--device", device);
    }

    @Override
    public String id() {
        return "local";
    }

    @Override
    public String description() {
        return "a process on this machine, " + device + ", " + threads + " threads";
    }

    @Override
    public CompletableFuture<Void> launch(RunFolder run) {
        return launch(run, List.of());
    }

    @Override
    public CompletableFuture<Void> launchUntil(int step, RunFolder run) {
        return launch(run, List.of("--until", Integer.toString(step)));
    }

    private CompletableFuture<Void> launch(RunFolder run, List<String> more) {
        run.clearRequests();
        List<String> arguments = new ArrayList<>(List.of("run", run.path().toString()));
        arguments.addAll(options());
        arguments.addAll(more);
        // Opened first: numbering the next event reads the whole log, which the run soon writes to.
        try (EventLog log = run.openLog(Clock.systemUTC())) {
            Process process = start(arguments, run.processLog());
            log.append(new RunEvent.Launched(id(), process.pid()));
            return process.onExit().thenAccept(ended -> {});
        }
    }

    /**
     * Starts any command of Isogloss in the background.
     *
     * @param arguments its command line
     * @param output its standard output and error are added to this file
     */
    public Process start(List<String> arguments, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        surround(builder.environment());
        try {
            Files.createDirectories(output.toAbsolutePath().getParent());
            return builder.redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process: " + e.getMessage(), e);
        }
    }

    /**
     * Starts a command of Isogloss that is talked to: its input, output and errors are streams of
     * the process, and it ends when its input does.
     *
     * @param arguments its command line
     */
    Process talk(List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        surround(builder.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process: " + e.getMessage(), e);
        }
    }

    /** True if an environment is one that this class gives to processes. */
    public static boolean surroundedAsRuns(Map<String, String> environment) {
        return environment.keySet().containsAll(SURROUNDINGS.keySet());
    }

    /**
     * Does a command of Isogloss in a process surrounded as runs are, in the foreground: it shares
     * this one's terminal, and a Ctrl-C reaches both.
     *
     * @return its exit code
     * @throws InterruptedException if interrupted while waiting for it
     */
    public static int again(List<String> arguments) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(java(arguments)).inheritIO();
        surround(builder.environment());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process: " + e.getMessage(), e);
        }
    }

    /** What a process that computes is surrounded by, where the user has not set it. */
    public static Map<String, String> surroundings() {
        return SURROUNDINGS;
    }

    /** Adds to an environment what a process that computes needs; what the user set stays. */
    static void surround(Map<String, String> environment) {
        SURROUNDINGS.forEach(environment::putIfAbsent);
        environment.remove("_JPACKAGE_LAUNCHER");
    }

    /** The full command line; a session of its own keeps a terminal's Ctrl-C away from it. */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(java(arguments));
        return command;
    }

    /** Isogloss's command line with this process's Java and class path, in absolute paths. */
    public static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-classpath");
        command.add(absolute(System.getProperty("java.class.path")));
        command.add(MAIN);
        command.addAll(arguments);
        return command;
    }

    /** A process may be started in another folder than this one. */
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static File nothing() {
        boolean windows = File.separatorChar == '\\';
        return new File(windows ? "NUL" : "/dev/null");
    }
}
