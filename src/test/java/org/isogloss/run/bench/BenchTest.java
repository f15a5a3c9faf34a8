package org.isogloss.run.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.run.Compute;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final Compute ONE_THREAD = new Compute(ComputeDevice.CPU, 1);
    private static final Windows SHORT = new Windows(3, .01);

    private static Bench bench(BenchModel model) {
        ONE_THREAD.start(message -> {});
        return new Bench(model.directory(), ONE_THREAD, 4, 0);
    }

    @Test
    @Tag("native")
    void measuresEveryStageAndTakesItsModelAway() {
        List<String> stages = new ArrayList<>();
        Path made;
        try (BenchModel model = BenchModel.make(ScratchSize.of("1x32x300"), Cancellation.NEVER)) {
            made = model.made();
            Measurement measured =
                    bench(model)
                            .measure(
                                    SHORT,
                                    (what, done, total) -> {
                                        if (done == total) {
                                            stages.add(what);
                                        }
                                    },
                                    Cancellation.NEVER);

            assertThat(measured.backbone()).isEqualTo(new Shape(1, 32, 128, 300, 160));
            assertThat(measured.dimension()).isEqualTo(32);
            assertThat(measured.tokensPerStep()).isBetween(8 * 3.0, 8 * 160.0);
            assertThat(
                            List.of(
                                    measured.training(),
                                    measured.encoding(),
                                    measured.search(),
                                    measured.product(),
                                    measured.indexing()))
                    .allSatisfy(rate -> assertThat(rate.perSecond().least()).isPositive())
                    .allSatisfy(rate -> assertThat(rate.perProcessorSecond().least()).isPositive());
        }
        assertThat(stages)
                .containsExactly(
                        "measuring training",
                        "measuring encoding",
                        "measuring search",
                        "measuring the matrix product",
                        "measuring indexing");
        assertThat(made).doesNotExist();
    }

    @Test
    @Tag("native")
    void stopsWhenAskedTo() {
        try (BenchModel model = BenchModel.make(ScratchSize.of("1x32x300"), Cancellation.NEVER)) {
            Bench bench = bench(model);
            assertThatThrownBy(() -> bench.measure(SHORT, Progress.NONE, () -> true))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void makesTheSameTextsOfManyLengthsEachTime() {
        BenchTexts texts = BenchTexts.of(2);

        List<Integer> words =
                texts.all().stream().map(text -> text.split(" ", -1).length).distinct().toList();
        assertThat(words).hasSizeGreaterThan(50);
        assertThat(BenchTexts.of(2)).isEqualTo(texts);
    }

    @Test
    void countsUnitsByWindow() {
        int[] calls = new int[1];

        Rate rate =
                new Windows(3, 0)
                        .measure(
                                "counting",
                                () -> {
                                    calls[0]++;
                                    return 7;
                                },
                                Progress.NONE,
                                Cancellation.NEVER);

        assertThat(calls[0]).isEqualTo(2 + 3);
        assertThat(rate.perSecond().least()).isPositive();
    }

    @Test
    void takesTheMiddleOfWindows() {
        assertThat(Spread.of(5, 1, 3)).isEqualTo(new Spread(3, 1, 5));
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void readsTheSizeOfAModelFromScratch() {
        assertThat(ScratchSize.of("4x128")).isEqualTo(ScratchSize.STANDARD);
        assertThat(ScratchSize.of("0x64x500").config().layers()).isZero();
        assertThat(ScratchSize.of("2x192").config().heads()).isEqualTo(3);
        assertThatThrownBy(() -> ScratchSize.of("large"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("4x128");
        assertThatThrownBy(() -> ScratchSize.of("4x100"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("multiple of 32");
    }
}
