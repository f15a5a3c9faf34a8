package org.isogloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.base.JsonFile;
import org.isogloss.launch.LocalProcess;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a study's processes show of themselves, looked at from outside while they work. */
@Tag("native")
@EnabledOnOs(OS.LINUX)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecurityTest {
    private static final String TOKEN = "hf_aSecretThatNobodyMaySee";
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    @TempDir private Path folder;

    @Test
    void aStudyListensOnNoPortAndTellsNobodyTheToken() throws Exception {
        Path study = folder.resolve("study.json");
        JsonFile.write(study, TinyStudy.in(folder, 200));
        Path runs = folder.resolve("runs");
        Path said = folder.resolve("said.txt");
        ProcessBuilder command =
                new ProcessBuilder(
                        LocalProcess.java(
                                List.of(
                                        "study",
                                        "run",
                                        study.toString(),
                                        "--runs",
                                        runs.toString())));
        command.environment().put("HF_TOKEN", TOKEN);
        Process process = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        Set<String> arguments = new HashSet<>();
        Set<String> listening = new TreeSet<>();
        try {
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                for (ProcessHandle each : family(process)) {
                    Path seen = Path.of("/proc", Long.toString(each.pid()));
                    arguments.addAll(arguments(seen));
                    listening.addAll(listening(seen));
                }
            }
        } finally {
            family(process).forEach(ProcessHandle::destroyForcibly);
        }

        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        assertThat(listening).isEmpty();
        assertThat(arguments)
                .as("the study and its run were both looked at")
                .contains(study.toString(), "run", "--threads")
                .noneMatch(argument -> argument.contains(TOKEN));
        assertThat(filesWithTheToken()).isEmpty();
    }

    /** The test above could not fail if sockets were looked for in a wrong place. */
    @Test
    void seesAPortThatIsListenedOn() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            String port = String.format(Locale.ROOT, ":%04X", socket.getLocalPort());
            assertThat(listening(Path.of("/proc/self"))).anyMatch(at -> at.endsWith(port));
        }
    }

    private static List<ProcessHandle> family(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    private static List<String> arguments(Path process) {
        return List.of(content(process.resolve("cmdline")).split("\0"));
    }

    /** The local addresses, in hexadecimal, at which a process waits for connections. */
    private static Set<String> listening(Path process) {
        Set<String> sockets = sockets(process.resolve("fd"));
        Set<String> found = new TreeSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = process.resolve(table);
            for (String line : content(file).lines().toList()) {
                String[] cells = line.strip().split("\\s+", -1);
                if (cells.length > INODE
                        && cells[STATE].equals(LISTENING)
                        && sockets.contains(cells[INODE])) {
                    found.add(cells[LOCAL_ADDRESS]);
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(Path descriptors) {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(SecurityTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException ended) {
            return Set.of();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private List<Path> filesWithTheToken() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .contains("events.jsonl", "environment.json", "spec.json", "process.log");
            return all.stream().filter(file -> content(file).contains(TOKEN)).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return ""; // a process of which this was told has ended
        }
    }
}
