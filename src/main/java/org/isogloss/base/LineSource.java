package org.isogloss.base;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a UTF-8 text file line by line and numbers the lines from 1; {@code .gz} is read in place.
 *
 * <p>A byte order mark is skipped; bytes that are not UTF-8 are refused, never replaced.
 */
public final class LineSource implements AutoCloseable {
    private static final String NO_GZIP =
            "is not a whole gzip file; compress it again, or drop .gz from the name of plain text";

    private final Path file;
    private final BufferedReader reader;
    private long number;

    /**
     * Opens a file.
     *
     * @throws BadInputException if there is no such file, or it is called {@code .gz} and is none
     */
    public LineSource(Path file) {
        this.file = file;
        InputFile.require(file);
        try {
            InputStream bytes = open(file);
            reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    bytes,
                                    StandardCharsets.UTF_8
                                            .newDecoder()
                                            .onMalformedInput(CodingErrorAction.REPORT)
                                            .onUnmappableCharacter(CodingErrorAction.REPORT)),
                            1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, 1 << 16);
        } catch (ZipException | EOFException e) {
            bytes.close();
            throw BadInputException.in(file, NO_GZIP, e);
        }
    }

    /**
     * The next line without its end, or null after the last.
     *
     * @throws BadInputException if the line is not UTF-8, or a compressed file is broken or cut
     */
    public String next() {
        try {
            String line = reader.readLine();
            number++;
            return number == 1 && line != null && line.startsWith("\uFEFF")
                    ? line.substring(1)
                    : line;
        } catch (CharacterCodingException e) {
            throw BadInputException.at(
                    file, number + 1, "is not UTF-8 text; convert the file to UTF-8", e);
        } catch (ZipException | EOFException e) {
            throw BadInputException.at(file, number + 1, NO_GZIP, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
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
