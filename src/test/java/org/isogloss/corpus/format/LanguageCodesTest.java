package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodesTest {

    @ParameterizedTest
    @CsvSource({
        "th,th",
        "deu,de",
        "deu_Latn,de",
        "zho_Hans,zh",
        "zho_Hant,zh-Hant",
        "arb_Arab,ar",
        "arb_Latn,ar-Latn",
        "fas,fa",
        "pes_Arab,fa",
        "eng,en",
        "ceb,ceb",
        "pt-BR,pt-BR",
        "en-us,",
        "en-de,",
        "klingon,",
        "xx,",
        "qqq,",
        "'ar:',",
        "'',",
    })
    void readCodesIntoTheShortestTag(String code, String tag) {
        assertThat(LanguageCodes.ofCode(code).map(Lang::tag).orElse(null)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"arabic,ar", "Chinese,zh", "swahili,sw", "nowhere,"})
    void readEnglishNames(String name, String tag) {
        assertThat(LanguageCodes.ofName(name).map(Lang::tag).orElse(null)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "data/th.jsonl,th",
        "data/train-th.jsonl.gz,th",
        "data/xquad.zh.json,zh",
        "data/deu_Latn.jsonl,de",
        "th/train.jsonl,th",
        "data/train-en-th.jsonl,",
        "data/en-th.jsonl,",
        "data/ms-marco.jsonl,",
        "new/train.jsonl,",
    })
    void takeALanguageFromAFilesNameOnlyWhereItIsOne(Path file, String tag) {
        assertThat(LanguageCodes.ofFile(file).map(Lang::tag).orElse(null)).isEqualTo(tag);
    }
}
