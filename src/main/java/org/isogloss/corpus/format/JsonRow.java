package org.isogloss.corpus.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isogloss.base.JsonFile;
import org.isogloss.base.LineSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object whose values are asked for by key and refused by place. Keys nobody asks for are
 * allowed: these are other people's formats.
 *
 * @param place where it stands
 * @param tree the object
 */
record JsonRow(Place place, JsonNode tree) {
    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * The object on the line last read.
     *
     * @throws org.isogloss.base.BadInputException if the line holds anything else
     */
    static JsonRow of(LineSource lines, String line) {
        Place place = Place.of(lines);
        if (line.isBlank()) {
            throw place.bad("the line is empty; remove it");
        }
        try {
            JsonNode tree = STRICT.readTree(line);
            if (!tree.isObject()) {
                throw place.bad("the line is " + shown(tree) + ", not a JSON object");
            }
            return new JsonRow(place, tree);
        } catch (JacksonException e) {
            throw place.bad("is not a whole JSON object: " + JsonFile.problem(e), e);
        }
    }

    /** True if a key is there and not null. */
    boolean has(String key) {
        return tree.hasNonNull(key);
    }

    /** The first of some keys that is there; formats spell the same thing in several ways. */
    String key(String... synonyms) {
        for (String key : synonyms) {
            if (tree.has(key)) {
                return key;
            }
        }
        throw place.bad(
                "has no \"%s\"; it has %s"
                        .formatted(
                                String.join("\" or \"", synonyms),
                                Place.abridged(tree.propertyNames().toString())));
    }

    /** A text that is not blank. */
    String text(String key) {
        return place.text(key, string(key));
    }

    /** A text that may be blank, null or missing: then empty. */
    String textOrEmpty(String key) {
        return has(key) ? place.whole(key, string(key)) : "";
    }

    /** An id, written as a text or as a whole number. */
    String id(String key) {
        JsonNode value = tree.path(key);
        return place.id(key, value.isIntegralNumber() ? value.toString() : string(key));
    }

    /** A whole number, written as a number or as a text. */
    int wholeNumber(String key) {
        JsonNode value = tree.path(key);
        return place.wholeNumber(key, value.isNumber() ? value.toString() : string(key));
    }

    /** A list of texts that are not blank; empty if it is null or missing. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(key)) {
            if (!value.isString()) {
                throw place.bad(key + " holds " + shown(value) + ", where a text is needed");
            }
            texts.add(place.text(key, value.stringValue()));
        }
        return texts;
    }

    /** A list of ids, each a text or a whole number; empty if it is null or missing. */
    List<String> ids(String key) {
        List<String> ids = new ArrayList<>();
        for (JsonNode value : list(key)) {
            if (!value.isString() && !value.isIntegralNumber()) {
                throw place.bad(key + " holds " + shown(value) + ", where an id is needed");
            }
            ids.add(place.id(key, value.isString() ? value.stringValue() : value.toString()));
        }
        return ids;
    }

    /** A list of numbers; empty if it is null or missing. */
    List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : list(key)) {
            if (!value.isNumber()) {
                throw place.bad(key + " holds " + shown(value) + ", where a number is needed");
            }
            numbers.add(value.doubleValue());
        }
        return numbers;
    }

    /** A list of objects; empty if it is null or missing. */
    List<JsonRow> rows(String key) {
        List<JsonRow> rows = new ArrayList<>();
        for (JsonNode value : list(key)) {
            if (!value.isObject()) {
                throw place.bad(key + " holds " + shown(value) + ", where an object is needed");
            }
            rows.add(new JsonRow(place, value));
        }
        return rows;
    }

    /** A passage's words: its title, if it has one, before its text. */
    Optional<String> passage(String textKey) {
        String text = textOrEmpty(textKey);
        if (text.isBlank()) {
            return Optional.empty();
        }
        String title = textOrEmpty("title");
        return Optional.of(title.isBlank() ? text : title + " " + text);
    }

    private Collection<JsonNode> list(String key) {
        if (!has(key)) {
            return List.of();
        }
        JsonNode value = tree.path(key);
        if (!value.isArray()) {
            throw place.bad(key + " is " + shown(value) + ", where a list is needed");
        }
        return value.values();
    }

    private String string(String key) {
        JsonNode value = tree.path(key);
        if (!value.isString()) {
            throw place.bad(key + " is " + shown(value) + ", where a text is needed");
        }
        return value.stringValue();
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : Place.abridged(value.toString());
    }
}
