package org.isogloss.corpus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.ReadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final Path TINY = Path.of("src/test/resources/format/lareqa/good/tiny");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path folder;
    private Path file;
    private Path tiny;
    private Catalogue catalogue;

    /** The other process: remembers data sets of its own as fast as it can. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Catalogue catalogue =
                    new Catalogue(
                            Path.of(arguments[0]), Path.of(arguments[0]).resolveSibling("pools"));
            rememberMany(catalogue, Path.of(arguments[1]), arguments[2]);
        }
    }

    private static void rememberMany(Catalogue catalogue, Path data, String splits) {
        Dataset dataset = DatasetFormats.read(data);
        for (int i = 0; i < 20; i++) {
            catalogue.remember(
                    data,
                    ReadOptions.NONE.withSplit(splits + i),
                    dataset,
                    "0",
                    Fingerprint.outside(data));
        }
    }

    @BeforeEach
    void copyData() throws IOException {
        file = folder.resolve("home/datasets.json");
        tiny = copy("Tiny Set");
        catalogue =
                new Catalogue(
                        file, file.resolveSibling("pools"), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Path copy(String name) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> all = Files.list(TINY)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(one.getFileName().toString()));
            }
        }
        return to;
    }

    private CatalogueEntry remember(Path path) {
        return catalogue.remember(
                path,
                ReadOptions.NONE,
                DatasetFormats.read(path),
                Fingerprint.of(path),
                Fingerprint.outside(path));
    }

    @Test
    void whatChangesWhileItIsReadIsNotRemembered() throws IOException {
        String before = Fingerprint.outside(tiny);
        Dataset dataset = DatasetFormats.read(tiny);
        String sha256 = Fingerprint.of(tiny);
        Files.writeString(tiny.resolve("later.jsonl"), "");

        assertThatThrownBy(
                        () -> catalogue.remember(tiny, ReadOptions.NONE, dataset, sha256, before))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("changed while it was read");
        assertThat(catalogue.entries()).isEmpty();
    }

    @Test
    void whatChangesBetweenTheCheckAndTheReadingIsRefused() throws IOException {
        remember(tiny);
        Path one = files(tiny).get(0);
        Files.setLastModifiedTime(one, FileTime.from(NOON)); // so that the content is compared
        Progress changing =
                (what, done, total) -> {
                    if (done == total) {
                        write(tiny.resolve("later.jsonl"), "");
                    }
                };

        assertThatThrownBy(() -> catalogue.open("tiny-set", changing, Cancellation.NEVER))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("changed while it was read");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void remembersWhatWasReadAndReadsItAgain() {
        CatalogueEntry entry = remember(tiny);
        Dataset dataset = DatasetFormats.read(tiny);
        assertThat(entry)
                .isEqualTo(
                        new CatalogueEntry(
                                "tiny-set",
                                tiny.toAbsolutePath(),
                                ReadOptions.NONE,
                                "Tiny Set",
                                "lareqa",
                                Fingerprint.of(tiny),
                                "",
                                List.of(new Lang("en"), new Lang("th")),
                                dataset.collection().questions().size(),
                                dataset.collection().passages().size(),
                                dataset.items().items().size(),
                                Set.of(),
                                NOON));
        assertThat(new Catalogue(file, file.resolveSibling("pools")).entries())
                .containsExactly(entry);
        assertThat(new Catalogue(file, file.resolveSibling("pools")).open("tiny-set"))
                .isEqualTo(dataset);
    }

    @Test
    void isEmptyWhereNothingWasRemembered() {
        assertThat(catalogue.entries()).isEmpty();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> catalogue.entry("x"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("no data set is remembered as 'x'; there is none yet");
    }

    @Test
    void keepsWhatWasSaidOfADataSetThatIsLoadedAgain() throws IOException {
        remember(tiny);
        catalogue.withRoles("tiny-set", Set.of(Role.EVALUATION, Role.TRAINING));
        catalogue.withLicence("tiny-set", "CC BY-SA 4.0");
        Files.writeString(tiny.resolve("README"), "new");
        Catalogue later =
                new Catalogue(
                        file,
                        file.resolveSibling("pools"),
                        Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
        CatalogueEntry entry =
                later.remember(
                        folder.resolve("home/../Tiny Set"),
                        ReadOptions.NONE,
                        DatasetFormats.read(tiny),
                        Fingerprint.of(tiny),
                        Fingerprint.outside(tiny));
        assertThat(later.entries()).containsExactly(entry);
        assertThat(entry.roles()).containsExactly(Role.TRAINING, Role.EVALUATION);
        assertThat(entry.licence()).isEqualTo("CC BY-SA 4.0");
        assertThat(entry.added()).isEqualTo(NOON);
        assertThat(entry.sha256()).isEqualTo(Fingerprint.of(tiny));
    }

    @Test
    void givesEachPathAndEachWayOfReadingItAnIdOfItsOwn() throws IOException {
        Dataset dataset = DatasetFormats.read(tiny);
        remember(tiny);
        catalogue.remember(
                tiny,
                ReadOptions.NONE.withFormat("lareqa"),
                dataset,
                "0",
                Fingerprint.outside(tiny));
        Path thai = copy("ชุดข้อมูล ๑");
        remember(thai);
        assertThat(catalogue.entries())
                .extracting(CatalogueEntry::id)
                .containsExactly("tiny-set", "tiny-set-2", "ชุดข้อมูล-๑");
        assertThat(catalogue.entry("tiny-set-2").options().format()).contains("lareqa");
        catalogue.forget("tiny-set");
        assertThat(catalogue.entries()).hasSize(2);
        assertThat(tiny).as("its files stay").isDirectory();
    }

    @Test
    void tellsWhatIsUnchangedChangedAndMissing() throws IOException {
        CatalogueEntry entry = remember(tiny);
        assertThat(catalogue.verify("tiny-set").state()).isEqualTo(Presence.State.UNCHANGED);
        Files.writeString(tiny.resolve("README"), "new");
        Presence changed = catalogue.verify("tiny-set");
        assertThat(changed.state()).isEqualTo(Presence.State.CHANGED);
        assertThat(changed.sentence()).contains(entry.sha256(), Fingerprint.of(tiny), "load it");
        assertThatThrownBy(() -> catalogue.open("tiny-set"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(changed.sentence());
        Files.move(tiny, folder.resolve("moved"));
        Presence missing = catalogue.verify("tiny-set");
        assertThat(missing.state()).isEqualTo(Presence.State.MISSING);
        assertThat(missing.sentence()).contains("nothing is at " + tiny, "say where it is now");
    }

    @Test
    void readsNothingWhileAllLooksTheSameAndOnceWhenTouched() throws IOException {
        remember(tiny);
        List<Long> read = new ArrayList<>();
        Progress progress = (what, done, total) -> read.add(done);
        catalogue.verify("tiny-set", progress, Cancellation.NEVER);
        assertThat(read).isEmpty();
        try (Stream<Path> all = Files.list(tiny)) {
            Files.setLastModifiedTime(
                    all.findFirst().orElseThrow(), FileTime.from(NOON.minusSeconds(7)));
        }
        Presence touched = catalogue.verify("tiny-set", progress, Cancellation.NEVER);
        assertThat(touched.state()).isEqualTo(Presence.State.UNCHANGED);
        assertThat(read).isNotEmpty();
        read.clear();
        catalogue.verify("tiny-set", progress, Cancellation.NEVER);
        assertThat(read).as("it was looked into once").isEmpty();
    }

    @Test
    void seesInTheContentWhatCannotBeSeenFromOutside() throws IOException {
        remember(tiny);
        Path en = tiny.resolve("en.json");
        FileTime time = Files.getLastModifiedTime(en);
        Files.writeString(en, Files.readString(en).replace("Paris", "Pariz"));
        Files.setLastModifiedTime(en, time);
        assertThat(catalogue.verify("tiny-set").state()).isEqualTo(Presence.State.UNCHANGED);
        assertThat(catalogue.verifyContent("tiny-set", Progress.NONE, Cancellation.NEVER).state())
                .isEqualTo(Presence.State.CHANGED);
    }

    @Test
    void stopsReadingWhenAskedTo() {
        remember(tiny);
        assertThatThrownBy(() -> catalogue.verifyContent("tiny-set", Progress.NONE, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void offersTheNewPlaceOfWhatWasMovedButNotOfWhatWasCopied() throws IOException {
        CatalogueEntry entry = remember(tiny);
        Path moved = copy("copy");
        String sha256 = Fingerprint.of(moved);
        assertThat(catalogue.movedFrom(moved, ReadOptions.NONE, sha256)).isEmpty();
        delete(tiny);
        assertThat(catalogue.movedFrom(moved, ReadOptions.NONE, sha256)).contains(entry);
        assertThat(catalogue.movedFrom(moved, ReadOptions.NONE, "other")).isEmpty();
        assertThat(catalogue.movedFrom(moved, ReadOptions.NONE.withSplit("dev"), sha256)).isEmpty();

        assertThat(catalogue.relocate("tiny-set", moved)).isEqualTo(entry.at(moved));
        assertThat(catalogue.verify("tiny-set").state()).isEqualTo(Presence.State.UNCHANGED);
        assertThat(catalogue.movedFrom(moved, ReadOptions.NONE, sha256)).isEmpty();
    }

    @Test
    void refusesAPlaceWithOtherContentNamingBothFingerprints() throws IOException {
        CatalogueEntry entry = remember(tiny);
        Path other = copy("other");
        Files.writeString(other.resolve("README"), "new");
        assertThatThrownBy(() -> catalogue.relocate("tiny-set", other))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(other + ": is not the data set tiny-set")
                .hasMessageContaining(Fingerprint.of(other))
                .hasMessageContaining(entry.sha256());
        assertThatThrownBy(() -> catalogue.relocate("tiny-set", folder.resolve("nowhere")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("there is no such file or folder");
        Path copy = copy("copy");
        remember(copy);
        assertThatThrownBy(() -> catalogue.relocate("tiny-set", copy))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is already remembered as copy");
        assertThat(catalogue.entry("tiny-set")).isEqualTo(entry);
    }

    @Test
    void losesNothingToAnotherProcessOrThread() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                file.toString(),
                                tiny.toString(),
                                "other")
                        .inheritIO()
                        .start();
        try {
            IntStream.range(0, 2)
                    .parallel()
                    .forEach(
                            i ->
                                    rememberMany(
                                            new Catalogue(file, file.resolveSibling("pools")),
                                            tiny,
                                            "own" + i + "-"));
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(catalogue.entries()).hasSize(60);
        assertThat(catalogue.entries().stream().map(CatalogueEntry::id).distinct()).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "{\"version\": 2, \"places\": {}} | written by a newer Isogloss (version 2",
                "{\"version\": 1, \"datasets\": [ | datasets.json:1: Unexpected end-of-input",
                "{\"version\": 1, \"datasets\": [{\"outside\": \"\"}]} | an entry has no",
                "{\"version\": 1, \"datasets\": [{\"dataset\": {\"id\": \"x\"}, \"outside\": \"\"}]}"
                        + " | a data set has no \"path\"",
                "{\"version\": 1, \"data\": []} | Unrecognized property \"data\"",
            },
            delimiter = '|',
            quoteCharacter = '\'')
    void refusesWhatItCannotUnderstandAndLeavesIt(String text, String sentence) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThatThrownBy(catalogue::entries)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("away to begin anew");
        assertThatThrownBy(() -> remember(tiny)).isInstanceOf(BadInputException.class);
        assertThat(file).hasContent(text);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.toList()) {
                Files.delete(one);
            }
        }
        Files.delete(folder);
    }
}
