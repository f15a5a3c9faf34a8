package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.parquet.ParquetRows;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a file as JSON objects, one at a time: JSON lines, also compressed, or Parquet. */
final class JsonRows {
    private JsonRows() {}

    /** True if a file's ending says that it has such rows. */
    static boolean fits(Path file) {
        return Glance.ends(file, ".jsonl") || ParquetRows.fits(file);
    }

    /**
     * Reads every row.
     *
     * @throws org.isogloss.base.BadInputException naming the line or row that is none
     */
    static void forEach(Path file, Consumer<JsonRow> each) {
        if (ParquetRows.fits(file)) {
            try (ParquetRows rows = new ParquetRows(file)) {
                for (ObjectNode row = rows.next(); row != null; row = rows.next()) {
                    each.accept(new JsonRow(Place.of(rows), row));
                }
            }
            return;
        }
        try (LineSource lines = new LineSource(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                each.accept(JsonRow.of(lines, line));
            }
        }
    }
}
