package org.isogloss.corpus.pool;

import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;

/**
 * Passages of several languages together, {@code {lang}_{id}}: the same number names different
 * passages in different languages.
 *
 * @param own how a line becomes a passage with its own id
 */
record LanguageInIds(PassageShape own) implements PassageShape {
    @Override
    public String id() {
        return own.id() + "-lang";
    }

    @Override
    public Passage passage(String line, Lang lang, LineSource source) {
        Passage passage = own.passage(line, lang, source);
        return new Passage(lang + "_" + passage.id(), lang, passage.text(), passage.context());
    }
}
