package org.isogloss.base;

import java.nio.file.Path;

/**
 * Says that something the user gave cannot be used: where it is, what is wrong, and what to do.
 *
 * <p>Its message is shown as it stands, so it is one plain sentence in the form {@code
 * xquad/ar.json:812: answer_start 44 lies past the 41-character context; is the file UTF-8?}
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Bad input in a file as a whole. */
    public static BadInputException in(Path file, String problem) {
        return new BadInputException(OpenedPath.shown(file) + ": " + problem);
    }

    /** Bad input in a file as a whole, found by another exception. */
    public static BadInputException in(Path file, String problem, Throwable cause) {
        return new BadInputException(OpenedPath.shown(file) + ": " + problem, cause);
    }

    /** Bad input in one line of a file; lines count from 1. */
    public static BadInputException at(Path file, long line, String problem) {
        return new BadInputException(OpenedPath.shown(file) + ":" + line + ": " + problem);
    }

    /** Bad input in one row of a file that has no lines; rows count from 1. */
    public static BadInputException inRow(Path file, long row, String problem) {
        return in(file, "row " + row + ": " + problem);
    }

    /** Bad input in one row of a file that has no lines, found by another exception. */
    public static BadInputException inRow(Path file, long row, String problem, Throwable cause) {
        return in(file, "row " + row + ": " + problem, cause);
    }

    /** Bad input in one line of a file, found by another exception; lines count from 1. */
    public static BadInputException at(Path file, long line, String problem, Throwable cause) {
        return new BadInputException(OpenedPath.shown(file) + ":" + line + ": " + problem, cause);
    }
}
