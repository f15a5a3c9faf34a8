package org.isogloss.corpus.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/** What may be said of a country; the names are those of the template files. */
enum Relation {
    @JsonProperty("currency")
    CURRENCY("currency"),
    @JsonProperty("calling-code")
    CALLING_CODE("calling-code"),
    @JsonProperty("internet-domain")
    INTERNET_DOMAIN("internet-domain"),
    @JsonProperty("language")
    LANGUAGE("language"),
    @JsonProperty("region")
    REGION("region"),
    @JsonProperty("driving-side")
    DRIVING_SIDE("driving-side"),
    @JsonProperty("neighbour")
    NEIGHBOUR("neighbour"),
    @JsonProperty("utc-offset")
    UTC_OFFSET("utc-offset");

    private final String id;

    Relation(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /**
     * The relations that are asked for. A neighbour is only mentioned: the relation is symmetric
     * and a country has several, so asking for it would score right answers as wrong.
     */
    static List<Relation> asked() {
        return Arrays.stream(values()).filter(relation -> relation != NEIGHBOUR).toList();
    }
}
