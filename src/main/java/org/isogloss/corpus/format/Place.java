package org.isogloss.corpus.format;

import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import org.isogloss.base.LineSource;
import org.isogloss.corpus.parquet.ParquetRows;

/**
 * Where something stands: a file and a line, from 1; in Parquet, which has no lines, a row.
 *
 * @param file the file
 * @param line the line or row
 */
record Place(Path file, long line) {
    /** The line last read. */
    static Place of(LineSource lines) {
        return new Place(lines.file(), lines.number());
    }

    /** The row last read. */
    static Place of(ParquetRows rows) {
        return new Place(rows.file(), rows.number());
    }

    /** Bad input at this place. */
    BadInputException bad(String problem) {
        return ParquetRows.fits(file)
                ? BadInputException.inRow(file, line, problem)
                : BadInputException.at(file, line, problem);
    }

    /** Bad input at this place, found by another exception. */
    BadInputException bad(String problem, Throwable cause) {
        return ParquetRows.fits(file)
                ? BadInputException.inRow(file, line, problem, cause)
                : BadInputException.at(file, line, problem, cause);
    }

    /**
     * An id that can stand in a TREC file.
     *
     * @throws BadInputException if it is empty or has a space
     */
    String id(String what, String id) {
        if (id.isEmpty()) {
            throw bad(what + " is empty; give it one");
        }
        if (id.chars().anyMatch(Character::isWhitespace)) {
            throw bad(what + " '" + abridged(id) + "' has a space; TREC files need none");
        }
        return whole(what, id);
    }

    /**
     * A text that is not blank.
     *
     * @throws BadInputException if it is, or holds half a character
     */
    String text(String what, String text) {
        if (text.isBlank()) {
            throw bad(what + " is empty; give it a text or leave it out");
        }
        return whole(what, text);
    }

    /**
     * A text of whole characters.
     *
     * @throws BadInputException if a surrogate stands in it without its other half
     */
    String whole(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (Character.isSurrogate(next)) {
                if (!Character.isHighSurrogate(next)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw bad(
                            what
                                    + " holds half a surrogate pair, \\u%04x, at position %d; it was"
                                            .formatted((int) next, i)
                                    + " cut inside a character");
                }
                i++;
            }
        }
        return text;
    }

    /**
     * A whole number, such as a grade.
     *
     * @throws BadInputException if it is none
     */
    int wholeNumber(String what, String number) {
        try {
            return Integer.parseInt(
                    number.endsWith(".0") ? number.substring(0, number.length() - 2) : number);
        } catch (NumberFormatException e) {
            throw bad(what + " is '" + abridged(number) + "', where a whole number is needed", e);
        }
    }

    /** A text short enough for a message. */
    static String abridged(String text) {
        return text.length() <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 40))) + "…";
    }
}
