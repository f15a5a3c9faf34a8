package org.isogloss.base;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Opens UTF-8 text files as streams of characters; {@code .gz} is read in place.
 *
 * <p>A byte order mark is skipped; bytes that are not UTF-8 are refused, never replaced.
 */
public final class TextFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String NO_GZIP =
            "is not a whole gzip file; compress it again, or drop .gz from the name of plain text";

    private TextFile() {}

    /**
     * Opens a file; what its reader throws is told by {@link #failure}.
     *
     * @throws BadInputException if there is no such file, or it is called {@code .gz} and is none
     */
    public static Reader open(Path file) {
        InputFile.require(file);
        try {
            InputStream bytes = bytes(file);
            try {
                return withoutMark(
                        new InputStreamReader(
                                bytes,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
            } catch (IOException e) {
                bytes.close();
                throw e;
            }
        } catch (ZipException | EOFException e) {
            throw BadInputException.in(file, NO_GZIP, e);
        } catch (IOException e) {
            throw failure(file, 1, e);
        }
    }

    /** What a reader's failure in a line means to the user; lines count from 1. */
    public static RuntimeException failure(Path file, long line, IOException e) {
        if (e instanceof CharacterCodingException) {
            return BadInputException.at(
                    file, line, "is not UTF-8 text; convert the file to UTF-8", e);
        }
        if (e instanceof ZipException || e instanceof EOFException) {
            return BadInputException.at(file, line, NO_GZIP, e);
        }
        return new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, 1 << 16);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader text = new PushbackReader(reader, 1);
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }
}
