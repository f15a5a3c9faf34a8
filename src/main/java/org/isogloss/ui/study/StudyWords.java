package org.isogloss.ui.study;

import org.isogloss.report.StudySnapshot;
import org.isogloss.ui.words.Words;

/**
 * What to say where a study has no scores yet.
 *
 * @param title what is the case
 * @param sentence what will come, or what to do
 */
public record StudyWords(String title, String sentence) {
    private static final Words WORDS = Words.of(StudyWords.class);

    /** The words for what is looked at. */
    public static StudyWords of(StudySelection selection) {
        return selection.looked().get()
                ? of(selection.snapshot().get())
                : new StudyWords(
                        WORDS.text("study.readingTheRuns"),
                        WORDS.text("study.whatTheirModelsFound"));
    }

    private static StudyWords of(StudySnapshot study) {
        if (study.runs().isEmpty()) {
            return new StudyWords(
                    WORDS.text("study.noResultsYet"), WORDS.text("study.trainTheModelsOf"));
        }
        int runs = study.runs().size();
        if (study.underWay()) {
            return new StudyWords(
                    WORDS.text("study.trainingOfModelsFinished", study.finished(), runs),
                    WORDS.text("study.theFirstResultsAppear"));
        }
        if (study.finished() > 0) {
            return new StudyWords(
                    WORDS.text("study.nothingWasScored"), WORDS.text("study.theModelsOfThis"));
        }
        return new StudyWords(
                WORDS.text("study.noModelOfThis"), WORDS.text("study.seeUnderRunsWhy"));
    }
}
