package org.isogloss.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.base.BadInputException;

/**
 * Two checkpoints of one model as one: θ = a A + (1 − a) B for every weight, without training
 * (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022).
 *
 * <p>Sums are taken in float64 and rounded once, so that a = 1 gives A and a = 0 gives B bit by
 * bit. Tensors are read, mixed and written piece by piece.
 */
public final class Interpolation {
    private static final String REMEDY = "; only checkpoints of one model can be mixed";

    private final ModelDirectory a;
    private final ModelDirectory b;
    private final double weight;

    /**
     * Opens and compares two model directories.
     *
     * @param weight a, from 0 to 1
     * @throws BadInputException naming what differs, what was expected and what was found
     */
    public Interpolation(Path a, Path b, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new BadInputException(
                    "the weight is " + weight + " but must lie between 0 and 1");
        }
        this.a = new ModelDirectory(a);
        this.b = new ModelDirectory(b);
        this.weight = weight;
        requireSameShapes();
        requireSame("config.json", this.a.config(), this.b.config());
        requireSame("head", this.a.description().head(), this.b.description().head());
        TextInput one = this.a.description().input();
        TextInput two = this.b.description().input();
        requireSame("longest text", one.maxTokens(), two.maxTokens());
        requireSame("lower-casing", one.lowerCase(), two.lowerCase());
        requireSame("prompts", one.prompts(), two.prompts());
        requireSameTokenizer(one.tokenizer(), two.tokenizer());
    }

    /** All of the mixed model but its weights. */
    public ModelDescription description() {
        return a.description();
    }

    private static Map<String, List<Long>> shapes(ModelDescription model) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        for (WeightLayout.Slot slot : WeightLayout.of(model.config(), model.head().dense())) {
            slot.names().forEach(name -> shapes.put(name, slot.shape()));
        }
        return shapes;
    }

    private void requireSameShapes() {
        Map<String, List<Long>> expected = shapes(a.description());
        Map<String, List<Long>> found = shapes(b.description());
        expected.forEach(
                (name, shape) -> {
                    if (!shape.equals(found.get(name))) {
                        throw BadInputException.in(
                                b.path(),
                                "tensor '"
                                        + name
                                        + (found.containsKey(name)
                                                ? "' has shape " + found.get(name)
                                                : "' is missing")
                                        + ", but "
                                        + a.path()
                                        + " has "
                                        + shape
                                        + REMEDY);
                    }
                });
        found.keySet().removeAll(expected.keySet());
        if (!found.isEmpty()) {
            throw BadInputException.in(
                    b.path(),
                    "holds tensors that " + a.path() + " has not: " + found.keySet() + REMEDY);
        }
    }

    private void requireSame(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw BadInputException.in(
                    b.path(),
                    what + " says " + found + ", but in " + a.path() + " " + expected + REMEDY);
        }
    }

    private static void requireSameTokenizer(Path expected, Path found) {
        try {
            long differs = Files.mismatch(expected, found);
            if (differs >= 0) {
                throw BadInputException.in(
                        found, "differs from " + expected + " at byte " + differs + REMEDY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + found + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the mixed model as a complete directory.
     *
     * @throws BadInputException if the folder is one of the two
     */
    public ModelDirectory write(Path folder) {
        return write(folder, card());
    }

    /**
     * Writes the mixed model as a complete directory with a card of its own.
     *
     * @throws BadInputException if the folder is one of the two
     */
    public ModelDirectory write(Path folder, String card) {
        for (Path source : List.of(a.path(), b.path())) {
            if (folder.toAbsolutePath().normalize().equals(source.toAbsolutePath().normalize())) {
                throw BadInputException.in(folder, "is one of the models to mix; name another");
            }
        }
        try (StoredWeights one = a.openWeights();
                StoredWeights two = b.openWeights()) {
            List<NamedTensor> mixed = new ArrayList<>();
            shapes(a.description())
                    .forEach(
                            (name, shape) ->
                                    mixed.add(
                                            new NamedTensor(
                                                    name,
                                                    shape,
                                                    mix(
                                                            one.tensor(name).values(),
                                                            two.tensor(name).values()))));
            return ModelDirectory.write(folder, a.description(), mixed, card);
        }
    }

    private NamedTensor.Values mix(NamedTensor.Values one, NamedTensor.Values two) {
        if (weight == 1) {
            return one;
        }
        if (weight == 0) {
            return two;
        }
        return (from, into) -> {
            FloatBuffer first = FloatBuffer.allocate(into.remaining());
            FloatBuffer second = FloatBuffer.allocate(into.remaining());
            one.read(from, first);
            two.read(from, second);
            for (int i = 0; into.hasRemaining(); i++) {
                into.put((float) (weight * first.get(i) + (1 - weight) * second.get(i)));
            }
        };
    }

    private String card() {
        return """
        ---
        library_name: sentence-transformers
        pipeline_tag: sentence-similarity
        ---
        # %s × %s + %s × %s
        The weighted mean of two checkpoints of one model, weight by weight: θ = a A + (1 − a) B with a = %s, made by Isogloss without training. All but the weights is that of A.

        ```python
        from sentence_transformers import SentenceTransformer
        model = SentenceTransformer("path/to/this/folder")
        ```
        The licences of both checkpoints hold for these weights.
        """
                .formatted(
                        number(weight),
                        a.path().getFileName(),
                        number(1 - weight),
                        b.path().getFileName(),
                        number(weight));
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.6g", share).replaceAll("\\.?0+$", "");
    }
}
