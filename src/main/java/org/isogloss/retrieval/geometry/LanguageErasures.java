package org.isogloss.retrieval.geometry;

import java.util.List;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;

/** The list of known erasures; a new one is one line here. */
public final class LanguageErasures {
    private static final List<LanguageErasure> ALL =
            List.of(new Centring(), new SharedDirections(), new OwnComponents());

    private LanguageErasures() {}

    /** Every known erasure. */
    public static List<LanguageErasure> all() {
        return ALL;
    }

    /**
     * The erasure of a name.
     *
     * @throws BadInputException if none has it
     */
    public static LanguageErasure byId(String id) {
        return ALL.stream()
                .filter(erasure -> erasure.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "there is no language erasure '%s'; known are %s"
                                                .formatted(
                                                        id,
                                                        ALL.stream()
                                                                .map(LanguageErasure::id)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
