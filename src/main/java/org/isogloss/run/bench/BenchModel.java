package org.isogloss.run.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Cancellation;
import org.isogloss.encoder.BpeTrainer;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.ModelConfig;
import org.isogloss.encoder.ModelDescription;
import org.isogloss.encoder.ModelDirectory;
import org.isogloss.encoder.Pooling;
import org.isogloss.encoder.Weights;

/**
 * The model a machine is measured with: a directory, or one made for the purpose and deleted when
 * this is closed.
 *
 * @param directory the model
 * @param made the folder to delete, or null
 */
public record BenchModel(ModelDirectory directory, Path made) implements AutoCloseable {
    private static final int LONGEST_TOKEN = 9;

    /** Opens a model directory, which is left as it is. */
    public static BenchModel open(Path directory) {
        return new BenchModel(new ModelDirectory(directory), null);
    }

    /** Makes a model of random weights in the system's temporary folder. */
    public static BenchModel make(ScratchSize size, Cancellation stop) {
        try {
            Path folder = Files.createTempDirectory("isogloss-bench");
            try {
                return new BenchModel(write(folder, size.config(), stop), folder);
            } catch (RuntimeException e) {
                delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    private static ModelDirectory write(Path folder, ModelConfig config, Cancellation stop) {
        Path tokenizer = folder.resolve("tokenizer.json");
        List<String> texts = BenchTexts.of(2).all();
        AtomicFile.writeText(
                tokenizer, new BpeTrainer(config.vocabulary(), LONGEST_TOKEN).train(texts, stop));
        ModelDescription description =
                new ModelDescription(config, Pooling.MEAN, true, config.longestText(), tokenizer);
        try (Weights weights = Weights.random(config, 1, ComputeDevice.CPU)) {
            return ModelDirectory.write(
                    folder, description, weights.namedTensors(), "Random weights.\n");
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (made != null) {
            delete(made);
        }
    }
}
