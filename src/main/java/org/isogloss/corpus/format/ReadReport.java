package org.isogloss.corpus.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader left out of a data set and why; empty when everything was used.
 *
 * @param entries one for each reason in each file, in the order of first appearance
 */
public record ReadReport(List<Entry> entries) {
    /** Everything was used. */
    public static final ReadReport EMPTY = new ReadReport(List.of());

    public ReadReport {
        entries = List.copyOf(entries);
    }

    /**
     * Something left out, as often as it happened in one file.
     *
     * @param file the file
     * @param line the line of the first, or in Parquet its row, from 1
     * @param reason what was left out and why
     * @param count how many
     */
    public record Entry(String file, long line, String reason, long count) {
        @Override
        public String toString() {
            return file
                    + (file.endsWith(".parquet") ? ": row " : ":")
                    + line
                    + ": "
                    + reason
                    + (count == 1 ? "" : " (%,d such)".formatted(count));
        }
    }

    /** Counts what is left out. */
    static final class Builder {
        private final Map<Map.Entry<String, String>, Entry> entries = new LinkedHashMap<>();

        /** Counts one more; reasons hold no values, so that they add up. */
        void add(Place place, String reason) {
            String file = place.file().toString();
            entries.merge(
                    Map.entry(file, reason),
                    new Entry(file, place.line(), reason, 1),
                    (first, next) -> new Entry(file, first.line(), reason, first.count() + 1));
        }

        ReadReport build() {
            return new ReadReport(new ArrayList<>(entries.values()));
        }
    }
}
