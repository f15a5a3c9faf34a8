package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.Dense;
import org.isogloss.encoder.ModelDescription;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.NamedTensor;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.Prompts;
import org.isogloss.encoder.Safetensors;
import org.isogloss.encoder.SentenceHead;
import org.isogloss.encoder.TextInput;
import org.isogloss.encoder.Weights;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.experiment.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run from a backbone laid out as LaBSE is: Transformer, CLS pooling, Dense with Tanh. */
@Tag("native")
class BackboneRunTest {
    private static final Dense DENSE = new Dense(16, 6, true, Dense.Activation.TANH);
    private static final Prompts PROMPTS = new Prompts("query: ", "passage: ");
    private static final String LINEAR = "2_Dense/model.safetensors";

    @TempDir private Path folder;

    @Test
    void trainsTheDenseLayerAndKeepsTheBackbonesPrompts() throws IOException {
        Study scratch = TinyStudy.in(folder, 2);
        RunFolder first = run(scratch);
        Path backbone = folder.resolve("backbone");
        likeLaBse(new ModelDirectory(first.model()), backbone);

        RunFolder second =
                run(
                        new Study(
                                "dense",
                                "Dense",
                                scratch.strategies(),
                                List.of(Backbone.at("labse", backbone)),
                                scratch.seeds(),
                                scratch.recipe()));

        ModelDescription trained = new ModelDirectory(second.model()).description();
        assertThat(trained.head()).isEqualTo(new SentenceHead(Pooling.CLS, DENSE, true));
        assertThat(trained.input().prompts()).isEqualTo(PROMPTS);
        assertThat(trained.dimension()).isEqualTo(6);
        for (String name : List.of("linear.weight", "linear.bias")) {
            assertThat(values(second.model().resolve(LINEAR), name))
                    .isNotEqualTo(values(backbone.resolve(LINEAR), name));
        }
        assertThat(second.evaluations()).hasSize(1);
        assertThat(second.model().resolve("README.md"))
                .content()
                .contains("Question prefix: `query: `; passage prefix: `passage: `.");
    }

    private static void likeLaBse(ModelDirectory plain, Path folder) throws IOException {
        TextInput input = plain.description().input();
        ModelDescription model =
                new ModelDescription(
                        plain.config(),
                        new SentenceHead(Pooling.CLS, DENSE, true),
                        new TextInput(input.tokenizer(), false, input.maxTokens(), PROMPTS));
        Files.createDirectories(folder);
        try (Weights weights = Weights.load(plain, ComputeDevice.CPU)) {
            List<NamedTensor> tensors = new ArrayList<>(weights.namedTensors());
            tensors.add(waves("2.linear.weight", List.of(6L, 16L)));
            tensors.add(waves("2.linear.bias", List.of(6L)));
            ModelDirectory.write(folder, model, tensors, "# Like LaBSE\n");
        }
    }

    private static NamedTensor waves(String name, List<Long> shape) {
        return new NamedTensor(
                name,
                shape,
                (from, into) -> {
                    for (long i = from; into.hasRemaining(); i++) {
                        into.put((float) Math.sin((double) i * i) / 4);
                    }
                });
    }

    private static float[] values(Path file, String name) {
        try (Safetensors tensors = new Safetensors(file)) {
            NamedTensor tensor = tensors.tensor(name);
            FloatBuffer values = FloatBuffer.allocate((int) tensor.size());
            tensor.values().read(0, values);
            return values.array();
        }
    }

    private RunFolder run(Study study) {
        ExperimentSpec spec = study.plan().get(0);
        RunFolder run = RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
        RunPhase ended =
                new ExperimentRun(run, new Compute(ComputeDevice.CPU, 1))
                        .execute(Cancellation.NEVER, Progress.NONE);
        assertThat(ended).isEqualTo(RunPhase.FINISHED);
        return run;
    }
}
