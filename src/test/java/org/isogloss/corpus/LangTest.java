package org.isogloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LangTest {
    @ParameterizedTest
    @CsvSource({"TH,th", "zh-hant,zh-Hant", "pt-br,pt-BR", "yue,yue"})
    void bringsTagsIntoCanonicalForm(String given, String canonical) {
        assertThat(new Lang(given)).isEqualTo(new Lang(canonical)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e n", "dataset_infos", "notes", "123", "und"})
    void refusesWhatNamesNoLanguage(String tag) {
        assertThatThrownBy(() -> new Lang(tag))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + tag + "'");
    }

    @Test
    void knowsItsNamesAndDirection() {
        assertThat(new Lang("th").englishName()).isEqualTo("Thai");
        assertThat(new Lang("de").ownName()).isEqualTo("Deutsch");
        assertThat(new Lang("ar").rightToLeft()).isTrue();
        assertThat(new Lang("el").rightToLeft()).isFalse();
    }

    @Test
    void isOrderedByTag() {
        assertThat(List.of(new Lang("zh"), new Lang("ar"), new Lang("en")).stream().sorted())
                .containsExactly(new Lang("ar"), new Lang("en"), new Lang("zh"));
    }
}
