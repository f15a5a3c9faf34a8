package org.isogloss.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.isogloss.batch.Batch;
import org.isogloss.encoder.TextPairs;
import org.junit.jupiter.api.Test;

class BatchTokensTest {
    @Test
    void putsPrefixesBeforeTextsAndAsksForEachTextOnce() {
        Batch batch = TinyRun.plan(2, 2).batch(0);
        List<String> asked = new ArrayList<>();
        BatchTokens tokens =
                new BatchTokens(
                        (text, maxTokens) -> {
                            asked.add(text);
                            return new int[maxTokens];
                        },
                        "query: ",
                        "passage: ",
                        3);
        TextPairs first = tokens.of(batch);
        tokens.of(batch);
        assertThat(first.size()).isEqualTo(2);
        assertThat(first.tokens()).isEqualTo(12);
        List<String> expected = new ArrayList<>();
        batch.rows()
                .forEach(
                        row -> {
                            expected.add("query: " + row.questionText());
                            expected.add("passage: " + row.passageText());
                        });
        assertThat(asked).containsExactlyElementsOf(expected);
    }
}
