package org.isogloss.run;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event with its place in the log: {@code {"seq":41,"at":"…Z","type":"step",…}}.
 *
 * @param seq counts from 1 without gaps, across restarts
 * @param at when it was written
 * @param event what happened
 */
public record LoggedEvent(long seq, Instant at, RunEvent event) {
    /** Lenient on fields, since a later version may add some to a known type. */
    private static final ObjectMapper READER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final Set<String> ENVELOPE = Set.of("seq", "at");

    /** The event as one line of JSON, without a line end. */
    public String toLine() {
        ObjectNode line = READER.createObjectNode();
        line.put("seq", seq);
        line.put("at", at.toString());
        if (event instanceof RunEvent.Unknown unknown) {
            line.setAll(unknown.content());
        } else {
            line.setAll((ObjectNode) READER.valueToTree(event));
        }
        return JsonFile.line(line);
    }

    /**
     * Reads a line of the log.
     *
     * @throws BadInputException if it is not an event
     */
    public static LoggedEvent parse(String line) {
        try {
            if (!(READER.readTree(line) instanceof ObjectNode tree)) {
                throw new BadInputException("not an event: " + line);
            }
            long seq = tree.path("seq").asLong(-1);
            Instant at = Instant.parse(tree.path("at").asString(""));
            JsonNode type = tree.path("type");
            ObjectNode content = tree.without(ENVELOPE);
            return new LoggedEvent(seq, at, event(type.asString(""), content));
        } catch (JacksonException | DateTimeParseException e) {
            throw new BadInputException("not an event: " + line, e);
        }
    }

    private static RunEvent event(String type, ObjectNode content) {
        return known(type)
                ? READER.treeToValue(content, RunEvent.class)
                : new RunEvent.Unknown(type, content);
    }

    private static boolean known(String type) {
        var types =
                RunEvent.class.getAnnotation(com.fasterxml.jackson.annotation.JsonSubTypes.class);
        for (var candidate : types.value()) {
            if (candidate.name().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
