package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.preset.BackbonePreset;
import org.isogloss.experiment.preset.BackbonePresets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class ModelCommandTest {
    private static final Path WARM_START = Path.of("sample-data", "world-facts", "warm-start");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path folder;

    @Test
    void listsEveryPreset() {
        assertThat(run("model", "list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains(BackbonePresets.all().stream().map(BackbonePreset::id).toList())
                .contains("470.9M", "query: / passage:", "(made from scratch)");
    }

    @Test
    void listsFactsForScripts() throws Exception {
        assertThat(run("model", "list", "--json")).isEqualTo(ExitCode.OK);
        JsonNode first = json();
        assertThat(first.size()).isEqualTo(BackbonePresets.all().size());
        for (JsonNode preset : first) {
            if (preset.get("id").asString().equals("xlmr.base")) {
                assertThat(preset.get("parameters").asLong()).isEqualTo(277_453_056L);
                assertThat(preset.get("pooling").isNull()).isTrue();
            }
        }
    }

    @Test
    void showsAPresetAndWhatFits() throws Exception {
        assertThat(run("model", "show", "xlmr.base", "--memory", "8", "--batch", "100"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("277,453,056, of which 85,056,000 outside embeddings")
                .contains("Fits in 8.0 GB in parts of at most ");
    }

    @Test
    void showsWhatDoesNotFitAtAll() {
        run("model", "show", "bge.m3", "--memory", "4");
        assertThat(out.toString()).contains("Does not fit in 4.0 GB, not even one text at a time.");
    }

    @Test
    void showsAFolderForScripts() throws Exception {
        assertThat(run("model", "show", WARM_START.toString(), "--json", "--memory", "24"))
                .isEqualTo(ExitCode.OK);
        JsonNode shown = json();
        long parameters = (4000 + 160 + 1 + 2) * 128L;
        assertThat(shown.get("model").get("parameters").asLong()).isEqualTo(parameters);
        assertThat(shown.get("training").get("moments").asLong()).isEqualTo(8 * parameters);
        assertThat(shown.get("largestMicroBatch").asInt()).isEqualTo(64 * (32 + 128));
        assertThat(shown.get("memory").asLong()).isEqualTo(24_000_000_000L);
    }

    @Test
    void saysWhatCanBeShown() {
        assertThat(run("model", "show", "gpt")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("'gpt' is neither a folder here nor a preset; presets are nano, micro");
    }

    private JsonNode json() throws Exception {
        Path file = folder.resolve("out.json");
        Files.writeString(file, out.toString());
        return JsonFile.tree(file);
    }

    private int run(String... arguments) {
        CommandLine command = IsoglossCommand.commandLine(Cancellation.NEVER);
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
