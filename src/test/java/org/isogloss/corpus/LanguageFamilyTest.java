package org.isogloss.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Families against what handbooks agree on, one sure witness or more for each. */
class LanguageFamilyTest {

    @ParameterizedTest
    @CsvSource({
        "ar he am, Afro-Asiatic",
        "vi km, Austroasiatic",
        "id tl mi, Austronesian",
        "ta te kn ml, Dravidian",
        "en de nl sv, 'Indo-European, Germanic'",
        "hi bn ur ne, 'Indo-European, Indic'",
        "fa ps ku, 'Indo-European, Iranian'",
        "es fr ro la, 'Indo-European, Italic'",
        "ru pl bg, 'Indo-European, Slavic'",
        "el, 'Indo-European, Greek'",
        "sw yo zu, Niger-Congo",
        "zh my bo, Sino-Tibetan",
        "th lo, Tai-Kadai",
        "tr kk uz, Turkic",
        "fi et hu, Uralic",
        "ja, Japonic",
        "ko, Koreanic",
        "ka, Kartvelian",
        "eu, Basque"
    })
    void namesTheFamilyThatIsAgreedOn(String languages, String family) {
        for (String tag : languages.split(" ", -1)) {
            assertThat(LanguageFamily.of(new Lang(tag))).as(tag).contains(family);
        }
    }

    @Test
    void goesByTheLanguageAndNotByItsScriptOrRegion() {
        assertThat(LanguageFamily.of(new Lang("zh-Hant"))).contains("Sino-Tibetan");
        assertThat(LanguageFamily.of(new Lang("tlh"))).isEmpty();
    }

    /** Languages are ordered by the script of their own names, which is the one CLDR names. */
    @Test
    void languagesWriteTheirOwnNamesInTheScriptThatCldrThinksLikely() {
        for (Lang lang : LanguageFamily.languages()) {
            assertThat(UnicodeScript.of(lang.ownName().codePointAt(0)))
                    .as(lang.tag() + " " + lang.ownName())
                    .isEqualTo(CldrScripts.all().get(lang));
        }
    }

    /** All languages that XQuAD-R, MLQA-R, MIRACL and Mr. TyDi are scored in have a family. */
    @Test
    void knowsTheLanguagesOfTheCollectionsInUse() {
        List<String> tags =
                Arrays.asList(
                        "ar bn de el en es fa fi fr hi id ja ko ru sw te th tr vi yo zh"
                                .split(" ", -1));
        Set<Lang> known = new HashSet<>(LanguageFamily.languages());

        assertThat(known).containsAll(tags.stream().map(Lang::new).toList());
    }
}
