package org.isogloss.corpus.format;

import java.nio.file.Path;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.pool.PassageFile;
import org.isogloss.corpus.pool.PassageShape;

/**
 * The lines of a corpus as retrieval data sets have them: JSON with an id, a text and maybe a
 * title, or an id, a tab and a text.
 *
 * @param json true for JSON
 */
record CorpusLines(boolean json) implements PassageShape {
    private static final String[] ID = {"_id", "id", "docid", "doc_id", "corpus-id", "pid"};
    private static final String[] TEXT = {
        "text", "contents", "document_text", "passage", "segment"
    };

    /** A passage before it is checked; its text may be blank. */
    record Line(Place place, String id, String text) {}

    /** A file by its ending. */
    static PassageFile file(Path path, Lang lang) {
        return new PassageFile(path, lang, of(path));
    }

    /** The lines of a file by its ending. */
    static CorpusLines of(Path path) {
        return new CorpusLines(Glance.ends(path, ".jsonl", ".json"));
    }

    @Override
    public String id() {
        return json ? "json-1" : "tsv-1";
    }

    @Override
    public Passage passage(String line, Lang lang, LineSource source) {
        Line read = line(line, source);
        String id = read.place().id("the passage's id", read.id());
        return new Passage(id, lang, read.place().text("passage '" + id + "'", read.text()));
    }

    /** What stands in a line. */
    Line line(String line, LineSource source) {
        if (json) {
            return line(JsonRow.of(source, line));
        }
        String[] columns = twoColumns(source, line);
        return new Line(Place.of(source), columns[0], columns[1]);
    }

    /** What stands in a row. */
    static Line line(JsonRow row) {
        return new Line(row.place(), row.id(row.key(ID)), row.passage(row.key(TEXT)).orElse(""));
    }

    /** The id before the first tab and the text after it, which may hold more tabs. */
    static String[] twoColumns(LineSource lines, String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw lines.bad(
                    "the line '%s' has no tab; it needs an id, a tab and a text"
                            .formatted(Place.abridged(line)));
        }
        return new String[] {line.substring(0, tab).strip(), line.substring(tab + 1)};
    }
}
