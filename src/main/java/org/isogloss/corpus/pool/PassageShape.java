package org.isogloss.corpus.pool;

import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;

/** How a line of a file becomes a passage. */
public interface PassageShape {
    /**
     * Its name; an index is kept under it, so whoever changes what a line becomes changes the name.
     */
    String id();

    /**
     * Reads a line.
     *
     * @param line the line
     * @param lang the file's language, which is the passage's
     * @param source names the line in errors
     * @throws BadInputException if the line is no passage
     */
    Passage passage(String line, Lang lang, LineSource source);
}
