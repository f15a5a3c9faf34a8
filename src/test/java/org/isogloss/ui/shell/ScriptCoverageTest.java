package org.isogloss.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;

class ScriptCoverageTest {
    private final ScriptCoverage latinOnly =
            new ScriptCoverage(text -> text.chars().allMatch(c -> c < 0x250));

    @Test
    void writesALanguagesOwnNameWhereAFontCan() {
        assertThat(latinOnly.ownName(new Lang("de"))).isEqualTo("Deutsch");
        assertThat(latinOnly.ownName(new Lang("th"))).isEqualTo("Thai");
    }

    @Test
    void saysOnceWhatToInstall() {
        assertThat(latinOnly.advice(List.of(new Lang("de"), new Lang("th"), new Lang("zh"))))
                .hasValueSatisfying(
                        words ->
                                assertThat(words)
                                        .contains("Thai, Chinese")
                                        .contains("fonts-noto-core"));
        assertThat(latinOnly.advice(List.of(new Lang("de")))).isEmpty();
    }
}
