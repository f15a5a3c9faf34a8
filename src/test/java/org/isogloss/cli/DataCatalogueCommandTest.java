package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.corpus.catalogue.KnownDataset.FixedFile;
import org.isogloss.corpus.catalogue.KnownDataset.HubFiles;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.corpus.catalogue.PublishedCounts;
import org.isogloss.corpus.catalogue.PublishedCounts.Counts;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.DatasetSummary.LanguageCounts;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.hub.FakeHub;
import org.isogloss.hub.HubSettings;
import org.isogloss.run.UserFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DataCatalogueCommandTest {
    private static final Path TINY = Path.of("src/test/resources/format/lareqa/good/tiny");
    private static final List<String> NAMES = List.of("en.json", "th.json");

    @TempDir private Path home;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeHub server;
    private KnownDatasets library;
    private UserFolder user;

    @BeforeEach
    void offer() throws IOException {
        server = new FakeHub().with(TINY);
        user = new UserFolder(home.resolve("isogloss"));
        List<FixedFile> files = new ArrayList<>();
        for (String name : NAMES) {
            byte[] content = Files.readAllBytes(TINY.resolve(name));
            String url = server.endpoint() + "/store/" + name;
            files.add(new FixedFile(url, name, content.length, FakeHub.git(content)));
        }
        HubFiles byLanguage = new HubFiles("org/tiny", "main", "{lang}\\.json");
        HubFiles whole = new HubFiles("org/tiny", "main", ".*\\.json");
        library =
                new KnownDatasets(
                        List.of(
                                known("tiny", files, List.of(), ""),
                                known("by-language", List.of(), List.of(byLanguage), ""),
                                known("whole", List.of(), List.of(whole), ""),
                                known("by-hand", List.of(), List.of(), "Ask its authors.")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Publishes what is there, but two Thai candidates more. */
    private static KnownDataset known(
            String id, List<FixedFile> files, List<HubFiles> hub, String byHand) {
        DatasetSummary summary = DatasetSummary.of(DatasetFormats.read(TINY), TINY);
        List<Counts> counts = new ArrayList<>();
        for (LanguageCounts found : summary.languages()) {
            int candidates = found.candidates() + (found.lang().tag().equals("th") ? 2 : 0);
            counts.add(
                    new Counts(
                            Optional.of(found.lang()),
                            Optional.of(found.questions()),
                            Optional.of(candidates)));
        }
        return new KnownDataset(
                id,
                "Tiny",
                "A few questions.",
                "CC BY 4.0",
                "https://home",
                "@misc{tiny}",
                "lareqa",
                List.of(new Lang("en"), new Lang("th")),
                ReadOptions.NONE,
                List.of(new PublishedCounts(Optional.empty(), Optional.empty(), counts)),
                List.of("here"),
                files,
                hub,
                byHand);
    }

    @Test
    void fetchesComparesAndRemembersAKnownDataSet() throws IOException {
        assertThat(run("data", "fetch", "tiny")).as(err.toString()).isEqualTo(ExitCode.OK);
        Path folder = user.data().resolve("tiny");
        assertThat(out.toString().lines())
                .startsWith("Tiny: A few questions.", "licence: CC BY 4.0; see https://home")
                .endsWith(folder.toString());
        assertThat(out.toString()).contains("2 files, ", "to come from 127.0.0.1 into " + folder);
        for (String name : NAMES) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(TINY.resolve(name));
        }

        assertThat(run("data", "inspect", folder.toString(), "--remember")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("Tiny: 1 of 4 counts differ from what was published")
                .containsPattern("\n  th \\d+ candidates, published \\d+\n")
                .contains("remembered as tiny");
        CatalogueEntry entry = catalogue().entry("tiny");
        assertThat(entry.licence()).isEqualTo("CC BY 4.0");
        assertThat(entry.path()).isEqualTo(folder.toAbsolutePath());
    }

    @Test
    void comparesWithWhatItIsSaidToBeForScriptsToo() throws IOException {
        assertThat(run("data", "inspect", TINY.toString(), "--as", "by-hand", "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode known = printed().path("known");
        assertThat(known.path("id").asString("")).isEqualTo("by-hand");
        assertThat(known.path("agrees").asBoolean(true)).isFalse();
        assertThat(known.path("findings")).hasSize(4);
        assertThat(printed().has("remembered")).isFalse();
        assertThat(run("data", "inspect", TINY.toString(), "--as", "x"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("the library has no data set 'x'");
    }

    @Test
    void fetchesOnlyTheLanguagesAskedFor() {
        Path to = home.resolve("here");
        String folder = to.toString();
        assertThat(run("data", "fetch", "by-language", "--to", folder))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("name some of en, th with --lang");
        assertThat(run("data", "fetch", "by-language", "--to", folder, "--lang", "fr"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("by-language has no language 'fr'; it has en, th");
        assertThat(run("data", "fetch", "by-language", "--to", folder, "--lang", "th"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("datasets/org/tiny/resolve/" + FakeHub.COMMIT + " into " + to);
        assertThat(to.resolve("th.json")).exists();
        assertThat(to.resolve("en.json")).doesNotExist();
        assertThat(run("data", "fetch", "whole", "--lang", "th")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("whole is fetched as a whole; leave --lang out");
    }

    @Test
    void saysHowToGetByHandWhatIsNotFetched() {
        assertThat(run("data", "fetch", "by-hand")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).contains("licence: CC BY 4.0");
        assertThat(err.toString()).contains("by-hand is not fetched. Ask its authors.");
    }

    @Test
    void listsTheLibraryAndTellsAllAboutOne() throws IOException {
        assertThat(run("data", "library")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).hasSize(5).anyMatch(line -> line.contains("by hand"));
        assertThat(run("data", "library", "tiny")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("to get it: isogloss data fetch tiny", "source: here");
        out.getBuffer().setLength(0);
        assertThat(run("data", "library", "tiny", "--json")).isEqualTo(ExitCode.OK);
        assertThat(JsonFile.convert(printed(), KnownDataset.class))
                .isEqualTo(library.named("tiny"));
    }

    @Test
    void keepsTheCatalogue() throws IOException {
        assertThat(run("data", "catalogue")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("nothing is remembered yet");
        Path data = copy("my-set");
        assertThat(run("data", "catalogue", "add", data.toString(), "--role", "validation"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(catalogue().entry("my-set").roles()).containsExactly(Role.VALIDATION);
        assertThat(run("data", "catalogue", "role", "my-set", "training", "evaluation"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(run("data", "catalogue", "licence", "my-set", "MIT")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("for training and evaluation; licence MIT; " + data);

        assertThat(run("data", "catalogue", "verify")).isEqualTo(ExitCode.OK);
        Path moved = home.resolve("moved");
        Files.move(data, moved);
        assertThat(run("data", "catalogue", "verify")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).contains("my-set: nothing is at " + data + " any more");
        assertThat(run("data", "catalogue", "add", moved.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("if it was moved, write 'isogloss data catalogue relocate my-set ");
        assertThat(run("data", "catalogue", "relocate", "my-set", moved.toString()))
                .isEqualTo(ExitCode.OK);
        out.getBuffer().setLength(0);
        assertThat(run("data", "catalogue", "--json")).isEqualTo(ExitCode.OK);
        assertThat(printed().get(0).path("path").asString("")).isEqualTo(moved.toString());

        assertThat(run("data", "catalogue", "forget", "my-set")).isEqualTo(ExitCode.OK);
        assertThat(catalogue().entries()).isEmpty();
        assertThat(run("data", "catalogue", "forget", "my-set")).isEqualTo(ExitCode.BAD_INPUT);
    }

    private Path copy(String name) throws IOException {
        Path to = Files.createDirectories(home.resolve(name));
        for (String file : NAMES) {
            Files.copy(TINY.resolve(file), to.resolve(file));
        }
        return to;
    }

    private Catalogue catalogue() {
        return new Catalogue(user.datasets(), user.pools());
    }

    private JsonNode printed() throws IOException {
        Path json = home.resolve("printed.json");
        Files.writeString(json, out.toString());
        return JsonFile.tree(json);
    }

    private int run(String... arguments) {
        HubSettings hub = new HubSettings(Map.of("HF_ENDPOINT", server.endpoint()), home);
        return IsoglossCommand.commandLine(
                        new CommandFactory(Cancellation.NEVER, hub, user, () -> library))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
