package org.isogloss.ui.start;

import java.util.List;

/**
 * A study on its card.
 *
 * @param sample true if it came with the program
 * @param facts models, languages and time, in one line
 * @param basis what the time rests on, in a sentence, or empty
 * @param stage where it stands
 * @param state where it stands in words; empty before anything was started
 * @param progress finished models of all, 0 to 1
 * @param action the words of its one next step
 */
public record StudyCard(
        boolean sample,
        String title,
        String facts,
        String basis,
        List<StrategyCard> strategies,
        Stage stage,
        String state,
        double progress,
        String action) {
    public StudyCard {
        strategies = List.copyOf(strategies);
    }

    /** Where a study stands, and thereby its next step. */
    public enum Stage {
        /** Models are still to be trained. */
        READY,
        /** A process works through it. */
        TRAINING,
        /** Every model has been trained. */
        DONE
    }
}
