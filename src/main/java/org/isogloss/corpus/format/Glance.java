package org.isogloss.corpus.format;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.base.TextFile;
import org.isogloss.corpus.parquet.ParquetRows;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** A glance at a file's beginning, which never fails: what cannot be read shows nothing. */
final class Glance {
    private static final int CHARACTERS = 1 << 16;

    private static final JsonMapper JSON = JsonMapper.shared();

    private Glance() {}

    /** True for a file with one of some endings, also compressed. */
    static boolean ends(Path file, String... endings) {
        String name = file.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return Files.isRegularFile(file) && List.of(endings).stream().anyMatch(name::endsWith);
    }

    /** The beginning of a file, or empty if it cannot be read. */
    static String start(Path file) {
        char[] start = new char[CHARACTERS];
        int length = 0;
        try (Reader reader = TextFile.open(file)) {
            for (int n = 0; n >= 0 && length < CHARACTERS; length += Math.max(n, 0)) {
                n = reader.read(start, length, CHARACTERS - length);
            }
        } catch (BadInputException | IOException e) {
            // Reading it in earnest will say so; what came before the fault may still be known.
            return new String(start, 0, length);
        }
        return new String(start, 0, length);
    }

    /** The first line of a file, as far as a glance reaches. */
    static String firstLine(Path file) {
        String start = start(file);
        int end = start.indexOf('\n');
        return (end < 0 ? start : start.substring(0, end)).strip();
    }

    /**
     * The keys of the JSON object on the first line, or Parquet's columns, in order, as far as they
     * can be read.
     */
    static Set<String> keys(Path file) {
        Set<String> keys = new LinkedHashSet<>();
        if (ParquetRows.fits(file)) {
            try {
                keys.addAll(ParquetRows.columns(file));
            } catch (BadInputException e) {
                // Reading it in earnest will say so.
                return keys;
            }
            return keys;
        }
        try (JsonParser parser = JSON.createParser(firstLine(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return keys;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // The line is cut or broken; the keys before the fault are known.
            return keys;
        }
        return keys;
    }
}
