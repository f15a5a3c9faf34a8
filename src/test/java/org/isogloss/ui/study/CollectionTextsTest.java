package org.isogloss.ui.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.junit.jupiter.api.Test;

class CollectionTextsTest {
    private static final Question ENGLISH = new Question("q1-en", "q1", new Lang("en"), "Where?");
    private static final Question GERMAN = new Question("q1-de", "q1", new Lang("de"), "Wo?");
    private static final Passage HERE = new Passage("p1", new Lang("en"), "Here.");

    private final CollectionTexts texts =
            new CollectionTexts(
                    new TestCollection(
                            "small",
                            List.of(ENGLISH, GERMAN),
                            List.of(HERE),
                            new Judgments(Map.of())));

    @Test
    void idsBecomeWords() {
        assertThat(texts.question("q1-de")).contains(GERMAN);
        assertThat(texts.passage("p1")).contains(HERE);
        assertThat(texts.translations("q1"))
                .containsExactly(
                        Map.entry(new Lang("en"), ENGLISH), Map.entry(new Lang("de"), GERMAN));
    }

    @Test
    void anUnknownIdHasNoWords() {
        assertThat(texts.question("q9")).isEmpty();
        assertThat(texts.passage("p9")).isEmpty();
        assertThat(texts.translations("q9")).isEmpty();
    }
}
