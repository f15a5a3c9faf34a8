package org.isogloss.corpus.format;

import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A JSON value that remembers its line, so that a fault found later can be named exactly.
 *
 * @param line the line it stands in, from 1
 * @param value the value
 */
@JsonDeserialize(using = Located.Reader.class)
record Located(int line, JsonNode value) {
    /** A text that is neither missing nor blank. */
    static String text(Path file, String key, Located located) {
        if (located == null) {
            throw BadInputException.in(file, "a \"" + key + "\" is missing; every one is needed");
        }
        if (!located.value.isString() || located.value.stringValue().isBlank()) {
            throw located.bad(
                    file, "\"" + key + "\" is " + located.value + ", where a text is needed");
        }
        return new Place(file, located.line).whole(key, located.value.stringValue());
    }

    /** A whole number from 0. */
    static int offset(Path file, String key, Located located) {
        if (located == null) {
            throw BadInputException.in(file, "an \"" + key + "\" is missing; every one is needed");
        }
        if (!located.value.isInt() || located.value.intValue() < 0) {
            throw located.bad(
                    file,
                    "\"" + key + "\" is " + located.value + ", where a number from 0 is needed");
        }
        return located.value.intValue();
    }

    /** Bad input in this value's line. */
    BadInputException bad(Path file, String problem) {
        return BadInputException.at(file, line, problem);
    }

    /** Reads any value with the line it begins in. */
    static final class Reader extends ValueDeserializer<Located> {
        @Override
        public Located deserialize(JsonParser parser, DeserializationContext context) {
            int line = parser.currentTokenLocation().getLineNr();
            return new Located(line, context.readTree(parser));
        }
    }
}
