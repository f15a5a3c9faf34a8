package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.base.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Compares with token ids and vectors that ONNX Runtime computed from the published model. */
@Tag("native")
class MiniLmTest {
    private static final Path FOLDER = Path.of("../shared/models/all-minilm-l6-v2");
    private static final EncodingSettings SETTINGS =
            new EncodingSettings(Pooling.MEAN, 128, "", "");

    private final List<String> texts = new ArrayList<>();
    private final List<int[]> ids = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    @BeforeEach
    void readExpected() {
        Path expected = FOLDER.resolve("expected-embeddings.json");
        assumeTrue(Files.exists(expected), "skipped: all-minilm-l6-v2 is not beside the project");
        for (JsonNode each : JsonFile.tree(expected)) {
            texts.add(each.get("text").asString());
            ids.add(JsonFile.convert(each.get("ids"), int[].class));
            vectors.add(JsonFile.convert(each.get("embedding"), float[].class));
        }
        assertThat(texts).hasSize(15);
    }

    @Test
    void tokenizesAsPublished() {
        try (TextTokenizer tokenizer = new ModelDirectory(FOLDER).tokenizer()) {
            assertThat(tokenizer.ids(texts, 128).toArray(int[][]::new))
                    .isDeepEqualTo(ids.toArray(int[][]::new));
        }
    }

    @Test
    void embedsAsPublished() {
        assertEmbeds(FOLDER);
    }

    @Test
    void embedsAlikeAfterItWasWrittenAgain(@TempDir Path folder) {
        ModelDirectory directory = new ModelDirectory(FOLDER);
        try (Weights weights = Weights.load(directory, ComputeDevice.CPU)) {
            assertThat(weights.size()).isEqualTo(22_565_376); // 22.7 M less the unused pooler
            ModelDirectory.write(
                    folder, directory.description(), weights.namedTensors(), "# A copy\n");
        }
        assertEmbeds(folder);
    }

    @Test
    void aVectorDoesNotDependOnItsBatch() {
        try (Encoder encoder =
                new Encoder(new ModelDirectory(FOLDER), SETTINGS, ComputeDevice.CPU)) {
            Vectors alone = encode(encoder, texts.subList(0, 1));
            Vectors last = encode(encoder, reversed());
            assertThat(last.row(texts.size() - 1)).containsExactly(alone.row(0), offset(1e-5f));
        }
    }

    private List<String> reversed() {
        List<String> reversed = new ArrayList<>(texts);
        Collections.reverse(reversed);
        return reversed;
    }

    private void assertEmbeds(Path folder) {
        try (Encoder encoder =
                new Encoder(new ModelDirectory(folder), SETTINGS, ComputeDevice.CPU)) {
            Vectors found = encode(encoder, texts);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(found.row(i))
                        .as(texts.get(i))
                        .containsExactly(vectors.get(i), offset(1e-4f));
            }
        }
    }

    private static Vectors encode(Encoder encoder, List<String> texts) {
        return encoder.encode(Side.PASSAGE, texts, Progress.NONE, Cancellation.NEVER);
    }
}
