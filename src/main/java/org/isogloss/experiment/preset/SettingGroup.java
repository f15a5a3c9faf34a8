package org.isogloss.experiment.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchSettings;
import org.isogloss.batch.Hybrid;
import org.isogloss.training.TrainingSettings;

/**
 * Settings of a study that belong together in a form; a new setting of the training loop joins the
 * last group by itself.
 *
 * @param kind what they are about
 * @param settings in the order of the form
 */
public record SettingGroup(Kind kind, List<Setting> settings) {
    /** Ids of settings whose standard value is stated in arXiv 2408.10536. */
    private static final Set<String> STATED =
            Set.of(
                    BatchSettings.BATCH_SIZE.id(),
                    Hybrid.ALPHA.id(),
                    "learningRate",
                    "weightDecay",
                    "symmetric");

    /** What a group of settings is about. */
    public enum Kind {
        /** Which weights learn. */
        FINE_TUNING,
        /** How batches are filled. */
        BATCHES,
        /** How long, and with which learning rate. */
        SCHEDULE,
        /** What is minimised. */
        LOSS,
        /** What keeps weights small and general. */
        REGULARISATION,
        /** How gradients become updates. */
        OPTIMISER,
        /** What a step may take. */
        MEMORY,
        /** When progress is measured and kept, and everything else. */
        PROGRESS;

        private List<String> ids() {
            return switch (this) {
                case FINE_TUNING ->
                        List.of(
                                "frozenEmbeddings",
                                "trainedLayers",
                                "loraRank",
                                "loraAlpha",
                                "loraTargets");
                case BATCHES ->
                        List.of("batchSize", "datasetTemperature", "maxTokens", "hardNegatives");
                case SCHEDULE -> List.of("steps", "learningRate", "warmUp", "learningRateFloor");
                case LOSS ->
                        List.of(
                                "temperature",
                                "learnTemperature",
                                "symmetric",
                                "maskKnownPositives");
                case REGULARISATION ->
                        List.of("weightDecay", "decayVectors", "dropout", "attentionDropout");
                case OPTIMISER -> List.of("beta1", "beta2", "epsilon", "clip", "accumulate");
                case MEMORY -> List.of("precision", "microBatchTokens");
                case PROGRESS -> List.of("validateEvery", "patience", "checkpointEvery");
            };
        }
    }

    public SettingGroup {
        settings = List.copyOf(settings);
    }

    /** Every setting of batches and of the training loop, once. */
    public static List<SettingGroup> all() {
        List<Setting> left = new ArrayList<>();
        left.add(BatchSettings.BATCH_SIZE);
        left.add(BatchSettings.DATASET_TEMPERATURE);
        left.addAll(TrainingSettings.settings());
        List<SettingGroup> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Setting> own = new ArrayList<>();
            for (String id : kind.ids()) {
                left.stream().filter(setting -> setting.id().equals(id)).forEach(own::add);
            }
            left.removeAll(own);
            if (kind == Kind.PROGRESS) {
                own.addAll(left);
            }
            groups.add(new SettingGroup(kind, own));
        }
        return groups;
    }

    /** True if the standard value is stated in arXiv 2408.10536; else it is our choice. */
    public static boolean stated(Setting setting) {
        return STATED.contains(setting.id());
    }

    /** Why a value may not be used, such as a fraction where a count is asked for; else empty. */
    public static Optional<String> problem(Setting setting, double value) {
        try {
            if (setting.id().equals(BatchSettings.BATCH_SIZE.id())) {
                whole(setting, value);
            } else if (!setting.id().equals(BatchSettings.DATASET_TEMPERATURE.id())) {
                TrainingSettings.of(Map.of(setting.id(), value));
            }
            return setting.problem(value);
        } catch (BadInputException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static void whole(Setting setting, double value) {
        if (value != Math.rint(value)) {
            throw new BadInputException(
                    setting.id() + " is " + value + " but must be a whole number");
        }
    }
}
