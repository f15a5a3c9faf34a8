package org.isogloss.base;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the project's JSON files as records.
 *
 * <p>An unknown key, a missing value for a primitive and trailing text are refused, because a
 * misspelt setting that is silently ignored gives a wrong number.
 */
public final class JsonFile {
    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    /** Where the reader believes it stands, with names of its own; the line is told without it. */
    private static final Pattern PLACE =
            Pattern.compile(" ?\\(start marker at \\[Source: [^]]*]\\)| ?\\[Source: [^]]*]");

    private JsonFile() {}

    /**
     * Reads a file into a record.
     *
     * @throws BadInputException naming file, line and remedy if the file is absent or does not fit
     */
    public static <T> T read(Path file, Class<T> type) {
        String text = text(file);
        try {
            return STRICT.readValue(text, type);
        } catch (JacksonException e) {
            throw broken(file, text, e);
        }
    }

    /**
     * Reads a file of somebody else's format as a tree.
     *
     * @throws BadInputException naming file, line and remedy if the file is absent or not JSON
     */
    public static JsonNode tree(Path file) {
        String text = text(file);
        try {
            return STRICT.readTree(text);
        } catch (JacksonException e) {
            throw broken(file, text, e);
        }
    }

    /** Writes a record as indented JSON, aside and then moved. */
    public static void write(Path file, Object value) {
        AtomicFile.writeText(file, text(value) + "\n");
    }

    /** A record as indented JSON text. */
    public static String text(Object value) {
        return STRICT.writeValueAsString(value);
    }

    /** A record as JSON on one line. */
    public static String line(Object value) {
        return STRICT.writer()
                .without(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(value);
    }

    /**
     * A line or text as a record.
     *
     * @throws BadInputException with what is wrong if it does not fit
     */
    public static <T> T parse(String text, Class<T> type) {
        try {
            return STRICT.readValue(text, type);
        } catch (JacksonException e) {
            throw new BadInputException(inWords(e), e);
        }
    }

    /** A tree as a record. */
    public static <T> T convert(Object tree, Class<T> type) {
        return STRICT.convertValue(tree, type);
    }

    private static String text(Path file) {
        InputFile.require(file);
        if (file.toString().endsWith(".gz")) {
            return compressed(file);
        }
        try {
            return Files.readString(file);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw BadInputException.in(file, "is not UTF-8 text; convert it to UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + OpenedPath.shown(file) + ": " + e.getMessage(), e);
        }
    }

    private static String compressed(Path file) {
        StringWriter text = new StringWriter();
        try (Reader reader = TextFile.open(file)) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw TextFile.failure(file, 1, e);
        }
        return text.toString();
    }

    private static BadInputException broken(Path file, String text, JacksonException e) {
        return BadInputException.at(file, line(text, e), inWords(e), e);
    }

    /** What a record says of its own values is better than what the reader says of the record. */
    private static String inWords(JacksonException e) {
        return e.getCause() instanceof BadInputException ours ? ours.getMessage() : problem(e);
    }

    /** What is wrong with a text, in the reader's words but without its internals. */
    public static String problem(JacksonException e) {
        return PLACE.matcher(e.getOriginalMessage()).replaceAll("");
    }

    private static int line(String text, JacksonException e) {
        // The reader keeps a record's unknown keys aside and forgets where they stood.
        if (e instanceof UnrecognizedPropertyException unknown) {
            int key = text.indexOf('"' + unknown.getPropertyName() + '"');
            return 1 + (int) text.chars().limit(Math.max(0, key)).filter(c -> c == '\n').count();
        }
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }
}
