package org.isogloss.launch;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.Study;
import org.isogloss.experiment.preset.TrainingCost;

/**
 * How much memory a run of a study takes at most, its batches being as long as texts may be.
 * Backbones are opened once, so it is asked off the window's thread.
 */
public final class StudyMemory {
    private record Asked(Backbone backbone, Recipe recipe, boolean card) {}

    private final Map<Asked, OptionalLong> known = new HashMap<>();

    /** Bytes of its largest backbone's runs; empty where one cannot be read. */
    public synchronized OptionalLong of(Study study, LocalProcess process) {
        boolean card = !process.device().equals(LocalProcess.PROCESSOR);
        long most = 0;
        for (Backbone backbone : study.backbones()) {
            OptionalLong bytes =
                    known.computeIfAbsent(
                            new Asked(backbone, study.recipe().tunedFor(backbone), card),
                            StudyMemory::bytes);
            if (bytes.isEmpty()) {
                return bytes;
            }
            most = Math.max(most, bytes.getAsLong());
        }
        return OptionalLong.of(most);
    }

    private static OptionalLong bytes(Asked asked) {
        Recipe recipe = asked.recipe();
        try {
            int longest = TrainingCost.longestText(recipe.optimisation());
            return OptionalLong.of(
                    TrainingCost.of(
                                    asked.backbone(),
                                    new TrainingCost.Plan(
                                            recipe.optimisation(),
                                            recipe.batches().size(),
                                            longest,
                                            longest,
                                            asked.card()))
                            .total());
        } catch (BadInputException unreadable) {
            // said with file and value when the study is started; there is only no estimate
            return OptionalLong.empty();
        }
    }
}
