package org.isogloss.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelHubTest {
    private static final ModelId ID = new ModelId("org/tiny");
    private static final String WEIGHTS = "model.safetensors";
    private static final String STORE = "/store/" + WEIGHTS;

    @TempDir private Path folder;
    private FakeHub server;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void offerAModel() throws IOException {
        server = new FakeHub();
        server.with("config.json", "{}").with("tokenizer.json", "{\"model\": 1}");
        server.with("README.md", "# Tiny\n").with(WEIGHTS, "weights ".repeat(5000));
        environment.put("HF_ENDPOINT", server.endpoint());
        environment.put("HF_HUB_CACHE", folder.toString());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void fetchesWhatAModelNeedsAndNothingElse() throws IOException {
        List<String> needed =
                List.of(
                        "tokenizer_config.json",
                        "special_tokens_map.json",
                        "modules.json",
                        "sentence_bert_config.json",
                        "config_sentence_transformers.json",
                        "1_Pooling/config.json",
                        "2_Dense/config.json",
                        "2_Dense/model.safetensors");
        List<String> idle =
                List.of(
                        "pytorch_model.bin",
                        "model-00001-of-00002.safetensors",
                        "model.safetensors.index.json",
                        "modeling.py",
                        "onnx/config.json",
                        "onnx/model.onnx",
                        "openvino/model.safetensors",
                        "optimizer.pt");
        needed.forEach(name -> server.with(name, "content of " + name));
        idle.forEach(name -> server.with(name, "not wanted"));

        Path snapshot = fetch();

        List<String> all = new ArrayList<>(needed);
        all.addAll(List.of("README.md", "config.json", "tokenizer.json", WEIGHTS));
        assertThat(names(snapshot)).containsExactlyInAnyOrderElementsOf(all);
        for (String name : all) {
            assertThat(snapshot.resolve(name)).hasBinaryContent(server.files.get(name));
        }
        assertThat(server.requests)
                .noneMatch(path -> idle.stream().anyMatch(name -> path.endsWith("/" + name)));
    }

    @Test
    void laysTheCacheOutAsTheHubsLibraryDoes() throws IOException {
        server.with("1_Pooling/config.json", "{}");
        Path snapshot = fetch();

        Path model = folder.resolve("models--org--tiny");
        assertThat(snapshot).isEqualTo(model.resolve("snapshots").resolve(FakeHub.COMMIT));
        assertThat(model.resolve("refs/main")).hasContent(FakeHub.COMMIT);
        // printf '{}' | git hash-object --stdin
        String git = "9e26dfeeb6e641a33dae4961196235bdb965b21b";
        assertThat(Files.readSymbolicLink(snapshot.resolve("config.json")))
                .isEqualTo(Path.of("../../blobs", git));
        assertThat(Files.readSymbolicLink(snapshot.resolve("1_Pooling/config.json")))
                .isEqualTo(Path.of("../../../blobs", git));
        String sha = FakeHub.hash("SHA-256", server.files.get(WEIGHTS));
        assertThat(Files.readSymbolicLink(snapshot.resolve(WEIGHTS)))
                .isEqualTo(Path.of("../../blobs", sha));
        assertThat(names(model)).noneMatch(name -> name.endsWith(".incomplete"));
    }

    @Test
    void followsAnOldNameToItsOwner() {
        ModelId old = new ModelId("tiny");
        ModelListing listing = hub().listing(old, "main", Cancellation.NEVER);
        Path snapshot = hub().fetch(listing, "main", Progress.NONE, Cancellation.NEVER);
        assertThat(snapshot.resolve(WEIGHTS)).hasBinaryContent(server.files.get(WEIGHTS));
        assertThat(snapshot).startsWith(folder.resolve("models--tiny"));
    }

    @Test
    void fetchesWeightsInSeveralFiles() throws IOException {
        server.files.remove(WEIGHTS);
        server.with("model-00001-of-00002.safetensors", "a");
        server.with("model-00002-of-00002.safetensors", "b");
        server.with("model.safetensors.index.json", "{}");
        assertThat(names(fetch()))
                .contains(
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json");
    }

    @Test
    void showsTheTokenToNoOtherHost() {
        environment.put("HF_TOKEN", "hf_secret");
        fetch();
        assertThat(server.requests).contains(STORE);
        assertThat(server.tokens).isNotEmpty().containsOnly("127.0.0.1 Bearer hf_secret");
    }

    @Test
    void goesOnAfterDroppedConnections() throws IOException {
        server.breaks.addAll(List.of(10_000, 20_000));
        Path snapshot = fetch();
        assertThat(snapshot.resolve(WEIGHTS)).hasBinaryContent(server.files.get(WEIGHTS));
        assertThat(store()).hasSize(3).first().isEqualTo(STORE);
        assertThat(store().subList(1, 3)).allMatch(path -> path.contains(" bytes="));
    }

    @Test
    void startsOverWhereTheServerKnowsNoRanges() throws IOException {
        server.knowsRanges = false;
        server.breaks.add(10_000);
        Path snapshot = fetch();
        assertThat(snapshot.resolve(WEIGHTS)).hasBinaryContent(server.files.get(WEIGHTS));
        assertThat(store()).hasSize(2).last().asString().contains(" bytes=");
    }

    @Test
    void goesOnWithWhatAnEarlierProcessLeft() throws IOException {
        leave(Arrays.copyOf(server.files.get(WEIGHTS), 30_000));
        ModelListing listing = hub().listing(ID, "main", Cancellation.NEVER);
        List<HubFile> files = listing.files();
        assertThat(hub().missing(listing)).isEqualTo(listing.size() - 30_000);
        assertThat(files.get(files.size() - 1).path()).as("weights come last").isEqualTo(WEIGHTS);

        Path snapshot = fetch();
        assertThat(snapshot.resolve(WEIGHTS)).hasBinaryContent(server.files.get(WEIGHTS));
        assertThat(store()).containsExactly(STORE + " bytes=30000-");
    }

    @Test
    void deletesAndNamesAFileWithAWrongChecksum() throws IOException {
        Path left = leave(new byte[30_000]);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("model.safetensors came with the wrong checksum")
                .hasMessageContaining(FakeHub.hash("SHA-256", server.files.get(WEIGHTS)));
        assertThat(left).doesNotExist();
        assertThat(folder.resolve("models--org--tiny/snapshots")).doesNotExist();
        assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(server.files.get(WEIGHTS));
    }

    @Test
    void checksSmallFilesByTheirGitId() {
        server.listed.put("config.json", new HubFile("x", 2, "1".repeat(40)));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(
                        "config.json came with the wrong checksum"
                                + " 9e26dfeeb6e641a33dae4961196235bdb965b21b");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1 | more than the 1 bytes came",
                "3 | config.json came with 2 bytes, but listed are 3"
            },
            delimiter = '|')
    void refusesAFileOfAnotherSize(long size, String sentence) {
        server.listed.put("config.json", new HubFile("x", size, "1".repeat(40)));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "401 | accept its licence at %s/org/tiny and set HF_TOKEN",
                "403 | org/tiny is gated (403): accept its licence at %s/org/tiny",
                "404 | there is no such model, revision or file (404)",
                "410 | is refused with status 410"
            },
            delimiter = '|')
    void saysWhyTheHubRefuses(int status, String sentence) {
        server.statuses.add(status);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence.replace("%s", server.endpoint()));
        assertThat(server.requests).as("tried once").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void triesAgainWhenTheHubIsBusy(int status) throws IOException {
        server.statuses.addAll(List.of(status, status));
        assertThat(fetch().resolve("config.json")).hasContent("{}");
    }

    @Test
    void givesUpAfterFiveAttempts() {
        server.statuses.addAll(Collections.nCopies(9, 503));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1 answers 503; try again later");
        assertThat(server.requests).hasSize(5);
    }

    @Test
    void saysThatThereIsNoConnection() {
        server.close();
        assertThatThrownBy(this::fetch)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no connection to " + server.endpoint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.json", "1_Pooling/../../config.json", "/etc/x", "a\\..\\b"})
    void refusesNamesThatLeaveTheFolder(String name) {
        server.with(name, "{}");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'" + name + "', which lies outside its folder");
        assertNothingCame();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../org", "org/..", "a/b/c", "org/a--b", "", "-x/y", "https://x"})
    void refusesWhatIsNoId(String text) {
        assertThatThrownBy(() -> new ModelId(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is no model's id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../main", "a/../b", "", "/main", "a//b", "main/"})
    void refusesWhatIsNoRevision(String revision) {
        assertThatThrownBy(() -> hub().listing(ID, revision, Cancellation.NEVER))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is no revision");
    }

    @Test
    void refusesAModelThatIsAPickle() {
        server.files.remove(WEIGHTS);
        server.with("pytorch_model.bin", "pickle");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("org/tiny has pytorch_model.bin but no safetensors")
                .hasMessageContaining("AutoModel.from_pretrained('org/tiny')")
                .hasMessageContaining(".save_pretrained('tiny')");
        assertNothingCame();
    }

    @Test
    void refusesADenseLayerThatIsAPickle() {
        server.with("modules.json", "[]").with("2_Dense/pytorch_model.bin", "pickle");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("SentenceTransformer('org/tiny').save('tiny')");
        assertNothingCame();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "config.json       | has no config.json",
                "tokenizer.json    | AutoTokenizer.from_pretrained('org/tiny')",
                "model.safetensors | has no model.safetensors and no model.safetensors.index.json"
            },
            delimiter = '|')
    void refusesAModelThatLacksAFile(String name, String sentence) {
        server.files.remove(name);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence);
        assertNothingCame();
    }

    @Test
    void usesACompleteSnapshotWithoutTheNetwork() {
        Path snapshot = fetch();
        server.close();
        environment.put("HF_HUB_OFFLINE", "1");
        assertThat(fetch()).isEqualTo(snapshot);
        environment.remove("HF_HUB_OFFLINE");
        assertThat(fetch(FakeHub.COMMIT)).isEqualTo(snapshot);
    }

    @Test
    void fetchesNothingTwice() {
        fetch();
        server.requests.clear();
        fetch();
        assertThat(server.requests).containsExactly("/api/models/org/tiny/revision/main");
    }

    @Test
    void staysOfflineWhenToldTo() {
        environment.put("HF_HUB_OFFLINE", "1");
        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("HF_HUB_OFFLINE forbids to fetch it");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void fetchesAgainWhatWasDeleted() throws IOException {
        Path snapshot = fetch();
        Files.delete(snapshot.resolve(WEIGHTS).toRealPath());
        server.requests.clear();
        fetch();
        assertThat(store()).containsExactly(STORE);
    }

    @Test
    void fetchesAgainWhatWasCutShort() throws IOException {
        Path snapshot = fetch();
        Files.write(snapshot.resolve(WEIGHTS).toRealPath(), new byte[7]);
        fetch();
        assertThat(snapshot.resolve(WEIGHTS)).hasBinaryContent(server.files.get(WEIGHTS));
    }

    @Test
    void beginsNothingThatTheDiskHasNoRoomFor() {
        server.listed.put(WEIGHTS, new HubFile("x", 1L << 60, "1".repeat(64)));
        assertThatThrownBy(this::fetch)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("make room or set HF_HUB_CACHE");
        assertNothingCame();
    }

    @Test
    void copiesWhereNoLinksCanBeMade() throws IOException {
        Path snapshot = fetch();
        ModelListing listing = hub().listing(ID, "main", Cancellation.NEVER);
        Files.delete(snapshot.resolve("config.json"));
        HubCache.Link none =
                (link, target) -> {
                    throw new FileSystemException(link.toString(), null, "no privilege");
                };
        new HubCache(folder, ID, none).finish(listing, "main");
        assertThat(snapshot.resolve("config.json")).hasContent("{}").isRegularFile();
        assertThat(Files.isSymbolicLink(snapshot.resolve("config.json"))).isFalse();
    }

    @Test
    void stopsWhenAskedToAndKeepsWhatCame() throws IOException {
        ModelListing listing = hub().listing(ID, "main", Cancellation.NEVER);
        server.breaks.add(10_000);
        Path left = leave(new byte[0]);
        Cancellation onceBytesCame = () -> left.toFile().length() > 0;
        assertThatThrownBy(() -> hub().fetch(listing, "main", Progress.NONE, onceBytesCame))
                .isInstanceOf(CancellationException.class);
        assertThat(left).exists();
        assertThat(left.toFile().length()).isBetween(1L, 10_000L);
        assertThat(folder.resolve("models--org--tiny/snapshots")).doesNotExist();
        assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(server.files.get(WEIGHTS));
    }

    @Test
    void waitsWhileAnotherFetchesTheSameModel() throws Exception {
        ModelListing listing = hub().listing(ID, "main", Cancellation.NEVER);
        AtomicInteger looks = new AtomicInteger();
        try (FileChannel held = new HubCache(folder, ID).lock(Cancellation.NEVER)) {
            assertThat(held.isOpen()).isTrue();
            Cancellation third = () -> looks.incrementAndGet() == 3;
            assertThatThrownBy(() -> hub().fetch(listing, "main", Progress.NONE, third))
                    .isInstanceOf(CancellationException.class);
            assertNothingCame();
        }
        assertThat(fetch()).isDirectory();
    }

    @Test
    void reportsProgressInBytesOfTheWholeModel() {
        ModelListing listing = hub().listing(ID, "main", Cancellation.NEVER);
        List<Long> done = new ArrayList<>();
        Progress progress =
                (what, now, total) -> {
                    assertThat(what).isEqualTo("fetching org/tiny");
                    assertThat(total).isEqualTo(listing.size());
                    done.add(now);
                };
        hub().fetch(listing, "main", progress, Cancellation.NEVER);
        assertThat(done).isSorted().last().isEqualTo(listing.size());
    }

    private ModelHub hub() {
        return new ModelHub(new HubSettings(environment, folder), Duration.ofMillis(1));
    }

    private Path fetch() {
        return fetch("main");
    }

    private Path fetch(String revision) {
        ModelListing listing = hub().listing(ID, revision, Cancellation.NEVER);
        return hub().fetch(listing, revision, Progress.NONE, Cancellation.NEVER);
    }

    private List<String> store() {
        return server.requests.stream().filter(path -> path.startsWith("/store/")).toList();
    }

    private void assertNothingCame() {
        assertThat(server.requests).noneMatch(path -> path.contains("/resolve/"));
    }

    private Path leave(byte[] content) throws IOException {
        String name = FakeHub.hash("SHA-256", server.files.get(WEIGHTS)) + ".isogloss.incomplete";
        Path blobs = Files.createDirectories(folder.resolve("models--org--tiny/blobs"));
        return Files.write(blobs.resolve(name), content);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
