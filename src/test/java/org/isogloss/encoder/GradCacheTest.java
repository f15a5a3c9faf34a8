package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("native")
class GradCacheTest {
    /** The kernels, and a step that encodes parts in one graph, each from a seed of its own. */
    private static final String ONE_GRAPH =
            Kernels.source()
                    + """

                      def together(self,
                          w: List[Tensor], ids: List[Tensor], positions: List[Tensor],
                          lengths: List[Tensor], counts: List[Tensor], order: List[Tensor],
                          seeds: Tensor, places: Tensor, model: Tensor, loss: Tensor,
                          known: Tensor, dropout: Tensor) -> List[Tensor]:
                        leaves = self.leaves(w)
                        rates = annotate(List[float], dropout.tolist())
                        s = annotate(List[int], seeds.tolist())
                        none = torch.zeros([0], dtype=4)
                        e = annotate(List[Tensor], [])
                        for i in range(len(s)):
                          torch.manual_seed(s[i])
                          e.append(self.texts(leaves, ids[i], positions[i], lengths[i], counts[i],
                              order[i], none, model, rates, False))
                        v = torch.index_select(torch.cat(e), 0, places)
                        value = self.contrast(v, loss, known, torch.zeros([0]))
                        found = torch.grad([value], leaves)
                        result = annotate(List[Tensor], [value.detach()])
                        for i in range(len(found)):
                          result.append(unchecked_cast(Tensor, found[i]))
                        return result
                    """;

    private static final Contrast CONTRAST = new Contrast(0.5, true, true);
    private static final Dropout DROPOUT = new Dropout(0.1, 0.2, 77);

    /** With β₁ = 0 and no clip the first moments are the gradients themselves. */
    private static final AdamW UPDATE = new AdamW(0.01, 0, 0.98, 1e-8, 0.1, false, 0, 1);

    private static Kernels kernels;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu());

    @BeforeAll
    static void compile() {
        kernels = new Kernels(PyTorch.newManager(ComputeDevice.CPU), ONE_GRAPH, false);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    @AfterEach
    void free() {
        manager.close();
    }

    private static TextPairs pairs(int size) {
        SplittableRandom random = new SplittableRandom(4);
        List<int[]> questions = new ArrayList<>();
        List<int[]> passages = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            questions.add(random.ints(2 + i % 5, 0, TinyModel.VOCABULARY).toArray());
            passages.add(random.ints(4 + i % 11, 0, TinyModel.VOCABULARY).toArray());
        }
        return new TextPairs(questions, passages, List.of(new TextPairs.Match(0, 3)));
    }

    private Learned learned(int layers) {
        NDList weights = TinyModel.weights(manager, layers, 3);
        // Texts that differ, as a real model's do: else gradients are differences of like numbers
        weights.get(3).addi(1);
        weights.get(4).muli(0);
        for (int layer = 5; layer < weights.size(); layer += 12) {
            weights.get(layer + 4).addi(1);
            weights.get(layer + 5).muli(0);
            weights.get(layer + 10).addi(1);
            weights.get(layer + 11).muli(0);
        }
        return new Learned(
                weights,
                TinyModel.zerosLike(manager, weights),
                TinyModel.zerosLike(manager, weights));
    }

    private static void assertAlike(NDList actual, NDList expected) {
        double greatest =
                expected.stream().mapToDouble(g -> g.abs().max().getFloat()).max().orElseThrow();
        for (int i = 0; i < expected.size(); i++) {
            double apart = actual.get(i).sub(expected.get(i)).abs().max().getFloat();
            assertThat(apart).as("array %d", i).isLessThanOrEqualTo(1e-6 * greatest);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 20, 12",
        "2, 20, 12",
        "2, 1, 12",
        "2, 60, 12",
        "2, 300, 80" // so many tokens in one pass that oneDNN computes it, in parts it does not
    })
    void hasTheGradientsOfOnePass(int layers, int tokens, int size) {
        KernelModel model = TinyModel.with(Pooling.MEAN, 2);
        TextPairs pairs = pairs(size);
        Learned whole = learned(layers);
        Learned parted = learned(layers);
        StepOutcome expected = kernels.step(whole, model, pairs, CONTRAST, Dropout.NONE, UPDATE);
        StepOutcome report =
                new GradCache(kernels, tokens)
                        .step(parted, model, pairs, CONTRAST, Dropout.NONE, UPDATE);
        assertThat(report.loss()).isCloseTo(expected.loss(), within(1e-6));
        assertThat(report.gradientNorm())
                .isCloseTo(expected.gradientNorm(), within(1e-6 * expected.gradientNorm()));
        assertAlike(parted.first(), whole.first());
    }

    @Test
    void replaysTheDropoutOfOnePassWhenThereIsOnePart() {
        KernelModel model = TinyModel.with(Pooling.MEAN, 2);
        Learned whole = learned(2);
        Learned parted = learned(2);
        StepOutcome expected = kernels.step(whole, model, pairs(12), CONTRAST, DROPOUT, UPDATE);
        StepOutcome report =
                new GradCache(kernels, 10_000)
                        .step(parted, model, pairs(12), CONTRAST, DROPOUT, UPDATE);
        assertThat(report.loss()).isEqualTo(expected.loss());
        assertAlike(parted.first(), whole.first());
    }

    @Test
    void hasTheGradientsOfOneGraphOverAllPartsWithDropout() {
        KernelModel model = TinyModel.with(Pooling.MEAN, 2);
        Learned learned = learned(2);
        NDList expected = oneGraph(learned.weights(), model, pairs(12), 30);
        StepOutcome report =
                new GradCache(kernels, 30)
                        .step(learned, model, pairs(12), CONTRAST, DROPOUT, UPDATE);
        assertThat(report.loss()).isCloseTo(expected.get(0).getFloat(), within(1e-6));
        assertAlike(learned.first(), expected.subNDList(1));
    }

    private NDList oneGraph(NDList weights, KernelModel model, TextPairs pairs, int tokens) {
        List<TextPairs.Part> parts = pairs.parts(tokens);
        assertThat(parts).hasSizeGreaterThan(3);
        NDList inputs = new NDList(manager.create(0));
        inputs.head().setName("module_method:together");
        weights.forEach(weight -> inputs.add(named("w[]", weight)));
        long[] places = new long[2 * pairs.size()];
        int row = 0;
        for (TextPairs.Part part : parts) {
            for (int text : part.places()) {
                places[text] = row++;
            }
        }
        parts.forEach(p -> inputs.add(named("i[]", manager.create(p.texts().ids()))));
        parts.forEach(p -> inputs.add(named("p[]", manager.create(p.texts().positions(2)))));
        parts.forEach(p -> inputs.add(named("l[]", manager.create(p.texts().lengths()))));
        parts.forEach(p -> inputs.add(named("c[]", manager.create(p.texts().counts()))));
        parts.forEach(p -> inputs.add(named("o[]", manager.create(p.texts().order()))));
        long[] seeds = new long[parts.size()];
        for (int p = 0; p < seeds.length; p++) {
            seeds[p] = GradCache.of(DROPOUT, p).seed();
        }
        inputs.add(manager.create(seeds));
        inputs.add(manager.create(places));
        inputs.add(manager.create(new double[] {model.heads(), model.epsilon(), 0, 0, 0}));
        inputs.add(manager.create(new double[] {CONTRAST.temperature(), 1, pairs.size()}));
        inputs.add(manager.create(pairs.matches()));
        inputs.add(manager.create(new double[] {DROPOUT.hidden(), DROPOUT.attention()}));
        return kernels.run(inputs, true);
    }

    private static NDArray named(String name, NDArray array) {
        array.setName(name);
        return array;
    }
}
