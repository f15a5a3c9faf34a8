package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.JsonFile;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.TinyDirectory;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Study;
import org.isogloss.hub.FakeHub;
import org.isogloss.hub.HubSettings;
import org.isogloss.hub.ModelPlace;
import org.isogloss.run.TinyStudy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelGetCommandTest {
    private static final String SNAPSHOT = "cache/models--org--tiny/snapshots/" + FakeHub.COMMIT;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path folder;

    @Test
    @Tag("native")
    void getsAModelThatEncodesAsTheOriginal() throws IOException {
        Path original = model();
        Path texts = folder.resolve("texts.txt");
        Files.write(texts, TinyDirectory.TEXTS);
        try (FakeHub hub = new FakeHub().with(original)) {
            HubSettings settings = settings(hub.endpoint());
            assertThat(run(settings, "model", "get", "org/tiny")).isEqualTo(ExitCode.OK);
        }
        assertThat(out.toString().lines())
                .contains(String.format(Locale.ROOT, "%15s  tokenizer_config.json", size(original)))
                .endsWith(folder.resolve(SNAPSHOT).toString());
        assertThat(out.toString()).contains("org/tiny, commit " + FakeHub.COMMIT, " to come from ");
        assertThat(err.toString()).contains("fetching org/tiny: ");

        HubSettings offline = settings("http://127.0.0.1:1");
        for (String model : List.of("org/tiny", original.toString())) {
            String to = folder.resolve(model.length() + ".npy").toString();
            int code =
                    run(offline, "encode", "--model", model, "--in", texts.toString(), "--out", to);
            assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
        }
        assertThat(folder.resolve("org/tiny".length() + ".npy"))
                .hasSameBinaryContentAs(folder.resolve(original.toString().length() + ".npy"));
    }

    @Test
    @Tag("native")
    void copiesAModelToAPlainFolder() throws IOException {
        Path original = model();
        Path copy = folder.resolve("copy");
        try (FakeHub hub = new FakeHub().with(original)) {
            HubSettings settings = settings(hub.endpoint());
            String to = copy.toString();
            assertThat(run(settings, "model", "get", "org/tiny", "--to", to))
                    .isEqualTo(ExitCode.OK);
            assertThat(run(settings, "model", "get", "org/tiny", "--to", to))
                    .isEqualTo(ExitCode.BAD_INPUT);
        }
        assertThat(err.toString()).contains("is there already; name a new folder");
        assertThat(out.toString().lines()).endsWith(copy.toString());
        assertThat(Fingerprint.of(copy)).isEqualTo(Fingerprint.of(original));
        assertThat(Files.isSymbolicLink(copy.resolve("model.safetensors"))).isFalse();
        assertThat(new ModelDirectory(copy).path()).isEqualTo(copy);
    }

    @Test
    void findsAStudysBackboneByItsId() throws IOException {
        Path file = study();
        Path tokenizer = folder.resolve("hub/tokenizer.json");
        Files.createDirectories(tokenizer.getParent());
        Files.writeString(tokenizer, "{}");
        Files.writeString(tokenizer.resolveSibling("config.json"), "{}");
        Files.writeString(tokenizer.resolveSibling("model.safetensors"), "w");
        HubSettings settings;
        try (FakeHub hub = new FakeHub().with(tokenizer.getParent())) {
            settings = settings(hub.endpoint());
            assertThat(run(settings, "model", "get", "org/tiny")).isEqualTo(ExitCode.OK);
        }
        Study study = Study.read(file, new ModelPlace(settings)::ofAbsent);
        assertThat(study.backbones().get(0).path()).isEqualTo(folder.resolve(SNAPSHOT).toString());
    }

    @Test
    void saysHowToGetAStudysBackbone() throws IOException {
        Path file = study();
        HubSettings settings = settings("http://127.0.0.1:1");
        String runs = folder.resolve("runs").toString();
        assertThat(run(settings, "study", "run", file.toString(), "--runs", runs))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().strip()).endsWith("isogloss model get org/tiny fetches it");
    }

    @Test
    void saysHowToGetAModel() throws IOException {
        Path texts = Files.writeString(folder.resolve("texts.txt"), "a\n");
        HubSettings settings = settings("http://127.0.0.1:1");
        String to = folder.resolve("a.npy").toString();
        int code =
                run(
                        settings,
                        "encode",
                        "--model",
                        "org/tiny",
                        "--in",
                        texts.toString(),
                        "--out",
                        to);
        assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().strip()).endsWith("isogloss model get org/tiny fetches it");
    }

    private Path model() {
        Path made = folder.resolve("made");
        TinyDirectory.random(made, TinyDirectory.config("bert", 200, 1), Pooling.CLS);
        return made;
    }

    private static String size(Path model) throws IOException {
        return String.format(
                Locale.ROOT, "%,d", Files.size(model.resolve("tokenizer_config.json")));
    }

    private Path study() throws IOException {
        Study tiny = TinyStudy.in(folder, 10);
        Study study =
                new Study(
                        tiny.name(),
                        tiny.title(),
                        tiny.strategies(),
                        List.of(new Backbone("tiny", "org/tiny", null)),
                        tiny.seeds(),
                        tiny.recipe());
        Path file = folder.resolve("study.json");
        JsonFile.write(file, study);
        return file;
    }

    private HubSettings settings(String endpoint) {
        String cache = folder.resolve("cache").toString();
        return new HubSettings(Map.of("HF_ENDPOINT", endpoint, "HF_HUB_CACHE", cache), folder);
    }

    private int run(HubSettings settings, String... arguments) {
        CommandLine command = IsoglossCommand.commandLine(Cancellation.NEVER, settings);
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
