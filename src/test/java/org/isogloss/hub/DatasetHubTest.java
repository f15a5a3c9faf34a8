package org.isogloss.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetHubTest {
    private static final String ROWS = "data/sw corpus.jsonl";
    private static final String LARGE = "large.safetensors";

    @TempDir private Path home;
    private final Map<String, String> environment = new HashMap<>();
    private FakeHub server;
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        byte[] large = new byte[100_000];
        new Random(1).nextBytes(large);
        server = new FakeHub().with(ROWS, "{}\n").with("data/notes.txt", "x").with("en.json", "{}");
        server.files.put(LARGE, large);
        environment.put("HF_ENDPOINT", server.endpoint());
        environment.put("HF_TOKEN", "hf_secret");
        folder = home.resolve("set");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fetchesTheFilesOfARepositoryThatFit() throws IOException {
        List<RemoteFile> files = listing("main", "data/.*\\.jsonl|large.*");
        fetch(files);
        assertThat(names()).containsExactlyInAnyOrder(ROWS, LARGE);
        assertThat(folder.resolve(ROWS)).hasContent("{}");
        assertThat(folder.resolve(LARGE)).hasBinaryContent(server.files.get(LARGE));
        assertThat(server.requests)
                .contains(
                        "/api/datasets/org/tiny/revision/main",
                        "/datasets/org/tiny/resolve/" + FakeHub.COMMIT + "/data/sw%20corpus.jsonl");
        assertThat(server.tokens).contains("127.0.0.1 Bearer hf_secret");
        assertThat(server.tokens).as("not to the store").noneMatch(t -> t.startsWith("localhost"));
    }

    @Test
    void asksForNoRevisionWhereACommitIsGiven() {
        assertThat(listing(FakeHub.COMMIT, ".*")).hasSize(4);
        assertThat(server.requests).noneMatch(path -> path.contains("/revision/"));
    }

    @Test
    void saysWhenNoFileFits() {
        assertThatThrownBy(() -> listing("main", ".*\\.parquet"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("org/tiny has no file like .*\\.parquet at commit 0123")
                .hasMessageContaining(server.endpoint() + "/datasets/org/tiny");
    }

    @Test
    void fetchesFromAFixedAddressWithoutTheToken() throws IOException {
        fetch(List.of(fixed("en.json"), fixed(LARGE)));
        assertThat(names()).containsExactlyInAnyOrder("en.json", LARGE);
        assertThat(server.requests).containsExactly("/store/en.json", "/store/" + LARGE);
        assertThat(server.tokens).isEmpty();
    }

    @Test
    void goesOnWhereAnEarlierAttemptBrokeOff() throws IOException {
        RemoteFile large = fixed(LARGE);
        Path left = folder.resolve("." + LARGE + "." + large.file().hash() + ".incomplete");
        Files.createDirectories(folder);
        Files.write(left, Arrays.copyOf(server.files.get(LARGE), 30_000));
        assertThat(hub().missing(List.of(large), folder)).isEqualTo(70_000);
        fetch(List.of(large));
        assertThat(server.requests).containsExactly("/store/" + LARGE + " bytes=30000-");
        assertThat(names()).containsExactly(LARGE);
        assertThat(folder.resolve(LARGE)).hasBinaryContent(server.files.get(LARGE));
    }

    @Test
    void keepsWhatCameWhenAskedToStop() throws IOException {
        RemoteFile large = fixed(LARGE);
        Path left = folder.resolve("." + LARGE + "." + large.file().hash() + ".incomplete");
        server.breaks.add(10_000);
        Cancellation onceBytesCame = () -> left.toFile().length() > 0;
        assertThatThrownBy(() -> fetch(List.of(large), onceBytesCame))
                .isInstanceOf(CancellationException.class);
        assertThat(left).exists();
        assertThat(folder.resolve(LARGE)).doesNotExist();
        fetch(List.of(large));
        assertThat(folder.resolve(LARGE)).hasBinaryContent(server.files.get(LARGE));
    }

    @Test
    void fetchesNothingTwice() {
        List<RemoteFile> files = List.of(fixed("en.json"), fixed(LARGE));
        fetch(files);
        server.requests.clear();
        fetch(files);
        assertThat(server.requests).isEmpty();
        assertThat(hub().missing(files, folder)).isZero();
    }

    @Test
    void deletesAFileWithAnotherContentThanListed() throws IOException {
        RemoteFile wrong =
                RemoteFile.at(server.endpoint() + "/store/en.json", "en.json", 2, "1".repeat(40));
        assertThatThrownBy(() -> fetch(List.of(wrong)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("en.json came with the wrong checksum");
        assertThat(names()).isEmpty();
    }

    @Test
    void leavesTheUsersOwnFilesAlone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("en.json"), "[]");
        assertThatThrownBy(() -> fetch(List.of(fixed("en.json"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("en.json: is there already, but is not the file");
        assertThat(folder.resolve("en.json")).hasContent("[]");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void saysWhereToLookWhenAnAddressIsGone() {
        RemoteFile gone =
                RemoteFile.at(server.endpoint() + "/store/gone", "gone", 1, "1".repeat(40));
        assertThatThrownBy(() -> fetch(List.of(gone)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "/store/gone is refused with status 404; look at https://home");
    }

    @Test
    void saysWhatARefusalOfTheHubMeans() {
        server.statuses.add(403);
        assertThatThrownBy(() -> listing("main", ".*"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "accept its licence at " + server.endpoint() + "/datasets/org/tiny");
        server.statuses.add(404);
        assertThatThrownBy(() -> listing("main", ".*"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("there is no such data set, revision or file (404)");
    }

    @Test
    void staysOfflineWhenToldTo() {
        environment.put("HF_HUB_OFFLINE", "1");
        assertThatThrownBy(() -> listing("main", ".*"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("HF_HUB_OFFLINE forbids it");
        assertThatThrownBy(() -> fetch(List.of(fixed("en.json"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("HF_HUB_OFFLINE forbids it");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void refusesAFolderThatAnotherFetchesInto() throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve(".isogloss.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> fetch(List.of(fixed("en.json"))))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("is being fetched into by another process");
        }
        fetch(List.of(fixed("en.json")));
        assertThat(names()).containsExactly("en.json");
    }

    @Test
    void refusesNamesThatLeaveTheFolder() {
        assertThatThrownBy(() -> RemoteFile.at("https://x/y", "../y", 1, "1".repeat(40)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> RemoteFile.at("https://x/ y", "y", 1, "1".repeat(40)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is no address");
    }

    private DatasetHub hub() {
        return new DatasetHub(new HubSettings(environment, home), Duration.ofMillis(1));
    }

    private List<RemoteFile> listing(String revision, String wanted) {
        return hub().listing("org/tiny", revision, Pattern.compile(wanted), Cancellation.NEVER);
    }

    private void fetch(List<RemoteFile> files) {
        fetch(files, Cancellation.NEVER);
    }

    private void fetch(List<RemoteFile> files, Cancellation stop) {
        hub().fetch("tiny", "https://home", files, folder, Progress.NONE, stop);
    }

    private RemoteFile fixed(String name) {
        byte[] content = server.files.get(name);
        String address = server.endpoint() + "/store/" + name;
        return RemoteFile.at(address, name, content.length, FakeHub.git(content));
    }

    /** Hidden ones too, for nothing is to be left. */
    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(".isogloss.lock"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
