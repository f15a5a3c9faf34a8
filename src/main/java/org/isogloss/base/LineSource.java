package org.isogloss.base;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Reads a UTF-8 text file line by line and numbers the lines from 1; {@code .gz} is read in place.
 *
 * <p>A byte order mark is skipped; bytes that are not UTF-8 are refused, never replaced. A line
 * ends with a line feed, a carriage return or both; one that would fill the memory is refused.
 */
public final class LineSource implements AutoCloseable {
    /** The most characters a line may have: far more than any passage, far less than the memory. */
    public static final int LONGEST = 1 << 24;

    private final Path file;
    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private boolean afterReturn;
    private long number;

    /**
     * Opens a file.
     *
     * @throws BadInputException if there is no such file, or it is called {@code .gz} and is none
     */
    public LineSource(Path file) {
        this.file = file;
        reader = TextFile.open(file);
    }

    /**
     * The next line without its end, or null after the last.
     *
     * @throws BadInputException if the line is not UTF-8 or longer than {@link #LONGEST}, or a
     *     compressed file is broken or cut
     */
    public String next() {
        try {
            String line = line();
            number++;
            return line;
        } catch (IOException e) {
            throw TextFile.failure(file, number + 1, e);
        }
    }

    private String line() throws IOException {
        StringBuilder before = new StringBuilder();
        boolean any = false;
        while (filled()) {
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
                stop++;
            }
            int start = at;
            if (stop < end) {
                afterReturn = buffer[stop] == '\r';
                at = stop + 1;
                return before.isEmpty()
                        ? new String(buffer, start, stop - start)
                        : before.append(buffer, start, stop - start).toString();
            }
            at = stop;
            if (before.length() + stop - start > LONGEST) {
                throw BadInputException.at(
                        file,
                        number + 1,
                        "the line has more than %,d characters; does it hold one record a line?"
                                .formatted(LONGEST));
            }
            before.append(buffer, start, stop - start);
        }
        return any ? before.toString() : null;
    }

    private boolean filled() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, reader.read(buffer));
        }
        return at < end;
    }

    /** The file that is read. */
    public Path file() {
        return file;
    }

    /** The number of the line last read, from 1. */
    public long number() {
        return number;
    }

    /** An exception that names this file and the line last read. */
    public BadInputException bad(String problem) {
        return BadInputException.at(file, number, problem);
    }

    /** An exception that names this file and the line last read, found by another exception. */
    public BadInputException bad(String problem, Throwable cause) {
        return BadInputException.at(file, number, problem, cause);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
