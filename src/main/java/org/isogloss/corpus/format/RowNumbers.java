package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ids for rows that have none: the line or row, {@code 17}, and in every file after the first also
 * the file's number, {@code 2.17}.
 */
final class RowNumbers {
    private final List<Path> files = new ArrayList<>();

    /** The id of the row at a place; files count in the order in which they are met. */
    String of(Place place) {
        int file = files.indexOf(place.file());
        if (file < 0) {
            file = files.size();
            files.add(place.file());
        }
        return file == 0 ? String.valueOf(place.line()) : (file + 1) + "." + place.line();
    }
}
