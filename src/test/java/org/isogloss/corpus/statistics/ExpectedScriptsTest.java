package org.isogloss.corpus.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.isogloss.corpus.CldrScripts;
import org.isogloss.corpus.Lang;
import org.junit.jupiter.api.Test;

class ExpectedScriptsTest {

    @Test
    void holdTheScriptThatCldrThinksLikely() {
        ExpectedScripts scripts = new ExpectedScripts();
        int known = 0;
        for (Lang lang : CldrScripts.all().keySet()) {
            Set<UnicodeScript> expected = scripts.of(lang);
            known += expected.isEmpty() ? 0 : 1;
            if (!expected.isEmpty()) {
                assertThat(expected).as(lang.tag()).contains(CldrScripts.all().get(lang));
            }
        }
        assertThat(known).isGreaterThan(120);
    }
}
