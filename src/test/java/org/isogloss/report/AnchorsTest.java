package org.isogloss.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private final Anchors anchors = new Anchors();

    @Test
    void noTwoTextsHaveTheSameName() {
        assertThat(List.of("XQuAD-R 2", "XQuAD-R", "xquad r", "XQuAD-R"))
                .extracting(text -> anchors.of(text, "collection"))
                .containsExactly("xquad-r-2", "xquad-r", "xquad-r-3", "xquad-r-4");
    }

    @Test
    void textsOfOtherScriptsHaveNamesToo() {
        assertThat(List.of("问题", "คำถาม"))
                .extracting(text -> anchors.of(text, "collection"))
                .containsExactly("collection", "collection-2");
    }
}
