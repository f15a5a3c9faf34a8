package org.isogloss.batch;

import java.util.List;
import org.isogloss.base.BadInputException;

/** The batch strategies there are. */
public final class BatchStrategies {
    private static final List<BatchStrategy> ALL =
            List.of(
                    new Monolingual(),
                    new CrossLingual(),
                    new Hybrid(),
                    new Mixed(),
                    new EnglishOnly());

    private BatchStrategies() {}

    /** Every strategy, in the order they are shown. */
    public static List<BatchStrategy> all() {
        return ALL;
    }

    /**
     * The strategy with a name in files.
     *
     * @throws BadInputException listing the names if there is none
     */
    public static BatchStrategy byId(String id) {
        return ALL.stream()
                .filter(strategy -> strategy.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "there is no batch strategy '"
                                                + id
                                                + "'; known are "
                                                + String.join(
                                                        ", ",
                                                        ALL.stream()
                                                                .map(BatchStrategy::id)
                                                                .toList())));
    }
}
