package org.isogloss.batch;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Setting;

/**
 * Everything the user chooses about batches.
 *
 * @param strategy the {@link BatchStrategy}'s id
 * @param parameters values of the strategy's settings by id; a missing one has its standard value
 * @param batchSize rows in a batch
 * @param datasetTemperature T in p ∝ size^(1/T), the probability that a batch comes from a data
 *     set: 1 is proportional to its number of items, greater is more even
 * @param languagesBySize true if languages are drawn in proportion to the items they exist in,
 *     false if evenly as in arXiv 2408.10536
 * @param pairs how many times as often pairs of languages come
 */
public record BatchSettings(
        String strategy,
        Map<String, Double> parameters,
        int batchSize,
        double datasetTemperature,
        boolean languagesBySize,
        PairWeights pairs) {
    /** Rows in a batch. */
    public static final Setting BATCH_SIZE =
            new Setting(
                    "batchSize",
                    "Batch size",
                    "rows",
                    2,
                    65536,
                    100,
                    "Questions in a batch; every answer in it is a wrong answer to all the other"
                            + " questions. 100 is the value of arXiv 2408.10536.");

    /** How evenly data sets are drawn. */
    public static final Setting DATASET_TEMPERATURE =
            new Setting(
                    "datasetTemperature",
                    "Data set temperature",
                    "",
                    1,
                    100,
                    1,
                    "T in p ∝ size^(1/T), the probability that a batch comes from a data set: 1 is"
                            + " in proportion to its size, greater is more even.");

    /**
     * @throws BadInputException if the strategy or a parameter is unknown or out of its range
     */
    public BatchSettings {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        refuse(BATCH_SIZE, batchSize);
        refuse(DATASET_TEMPERATURE, datasetTemperature);
        BatchStrategy chosen = BatchStrategies.byId(strategy);
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            Setting setting =
                    chosen.settings().stream()
                            .filter(known -> known.id().equals(parameter.getKey()))
                            .findFirst()
                            .orElseThrow(() -> unknown(chosen, parameter.getKey()));
            refuse(setting, parameter.getValue());
        }
    }

    /** Settings in which every pair of languages is alike. */
    public BatchSettings(
            String strategy,
            Map<String, Double> parameters,
            int batchSize,
            double datasetTemperature,
            boolean languagesBySize) {
        this(
                strategy,
                parameters,
                batchSize,
                datasetTemperature,
                languagesBySize,
                PairWeights.NONE);
    }

    /** Settings with all standard values but the strategy and the batch size. */
    public static BatchSettings of(String strategy, int batchSize) {
        return new BatchSettings(
                strategy, Map.of(), batchSize, DATASET_TEMPERATURE.standard(), false);
    }

    /** How probable each kind of batch is under these settings. */
    public Map<BatchKind, Double> shares() {
        BatchStrategy chosen = BatchStrategies.byId(strategy);
        Map<String, Double> complete = new TreeMap<>(parameters);
        chosen.settings().forEach(s -> complete.putIfAbsent(s.id(), s.standard()));
        return chosen.shares(complete);
    }

    private static void refuse(Setting setting, double value) {
        setting.problem(value)
                .ifPresent(
                        problem -> {
                            throw new BadInputException(problem);
                        });
    }

    private static BadInputException unknown(BatchStrategy strategy, String id) {
        return new BadInputException(
                "the batch strategy '"
                        + strategy.id()
                        + "' has no setting '"
                        + id
                        + "'; it has "
                        + (strategy.settings().isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        strategy.settings().stream().map(Setting::id).toList())));
    }
}
