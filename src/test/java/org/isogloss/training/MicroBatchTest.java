package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.encoder.TextPairs;
import org.junit.jupiter.api.Test;

class MicroBatchTest {
    /** Four texts, 20 tokens. */
    private static final TextPairs PAIRS =
            new TextPairs(
                    List.of(new int[2], new int[3]), List.of(new int[7], new int[8]), List.of());

    private final List<String> warnings = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();

    /** Stands for a device on which so many tokens fit. */
    private int computed(MicroBatch part, int fits, String words) {
        return part.fit(
                PAIRS,
                most -> {
                    asked.add(most);
                    if (most > fits) {
                        throw new EngineException(words);
                    }
                    return most;
                });
    }

    @Test
    void leavesBatchesWholeWhileTheyFit() {
        MicroBatch part = new MicroBatch(0, warnings::add);
        assertThat(computed(part, Integer.MAX_VALUE, "")).isEqualTo(Integer.MAX_VALUE);
        assertThat(part.found()).isNull();
        assertThat(warnings).isEmpty();
    }

    @Test
    void halvesUntilABatchFitsAndStaysThere() {
        MicroBatch part = new MicroBatch(0, warnings::add);
        assertThat(computed(part, 6, "CUDA out of memory. Tried")).isEqualTo(5);
        assertThat(computed(part, 6, "CUDA out of memory. Tried")).isEqualTo(5);
        assertThat(asked).containsExactly(Integer.MAX_VALUE, 10, 5, 5);
        assertThat(part.found()).isEqualTo(5);
        assertThat(warnings).hasSize(1).allMatch(said -> said.contains("at most 5 tokens"));
    }

    @Test
    void goesOnWithWhatWasFoundBefore() {
        MicroBatch part = new MicroBatch(16, warnings::add);
        part.restore(4);
        assertThat(computed(part, 6, "")).isEqualTo(4);
        assertThat(warnings).isEmpty();
    }

    @Test
    void failsWhenATextAloneDoesNotFit() {
        MicroBatch part = new MicroBatch(0, warnings::add);
        String words = "DefaultCPUAllocator: can't allocate memory";
        assertThatThrownBy(() -> computed(part, 0, words))
                .isInstanceOf(EngineException.class)
                .hasMessage(words);
        assertThat(asked).containsExactly(Integer.MAX_VALUE, 10, 5, 2);
        assertThat(part.found()).isNull();
    }

    @Test
    void passesOtherErrorsOn() {
        MicroBatch part = new MicroBatch(0, warnings::add);
        assertThatThrownBy(() -> computed(part, 0, "shapes do not fit"))
                .hasMessage("shapes do not fit");
        assertThat(asked).hasSize(1);
    }
}
