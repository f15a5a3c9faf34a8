package org.isogloss.ui.study;

/**
 * What to say where a study has no scores yet.
 *
 * @param title what is the case
 * @param sentence what will come, or what to do
 */
public record StudyWords(String title, String sentence) {

    /** The words for a study as it stands. */
    public static StudyWords of(StudySnapshot study) {
        if (study.runs().isEmpty()) {
            return new StudyWords(
                    "No results yet",
                    "Train the models of a study, and what they find is shown here.");
        }
        int runs = study.runs().size();
        if (study.underWay()) {
            return new StudyWords(
                    "Training: " + study.finished() + " of " + runs + " models finished",
                    "The first results appear here as soon as a model has been scored.");
        }
        if (study.finished() > 0) {
            return new StudyWords(
                    "Nothing was scored",
                    "The models of this study are trained, but its recipe names no test"
                            + " collection.");
        }
        return new StudyWords(
                "No model of this study finished",
                "See under Runs why they ended, and start the study again; runs go on from their"
                        + " last checkpoint.");
    }
}
