package org.isogloss.corpus.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/**
 * A file with one passage a line, all in one language.
 *
 * @param path the file, also {@code .gz} or inside an archive
 * @param lang the passages' language
 * @param shape how a line becomes a passage
 */
public record PassageFile(Path path, Lang lang, PassageShape shape) {
    /** A guess: what text in JSON lines is compressed to. */
    private static final int TEXT_OF_GZIP = 3;

    /** The same passages with their language before their ids. */
    public PassageFile withLanguageInIds() {
        return new PassageFile(path, lang, new LanguageInIds(shape));
    }

    /**
     * About how many bytes of text it holds, without reading it.
     *
     * @throws BadInputException if there is no such file
     */
    public long textBytes() {
        return textOfBytes() * bytes();
    }

    /** About how many bytes of text each of its bytes holds. */
    int textOfBytes() {
        return path.toString().endsWith(".gz") ? TEXT_OF_GZIP : 1;
    }

    /** How large it is. */
    long bytes() {
        if (!Files.isRegularFile(path)) {
            throw BadInputException.in(path, "there is no such file");
        }
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
