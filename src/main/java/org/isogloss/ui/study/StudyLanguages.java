package org.isogloss.ui.study;

import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.Study;
import org.isogloss.run.UserFolder;

/** Reads which languages a study is about from the first test collection it names. */
public final class StudyLanguages {
    private StudyLanguages() {}

    /** The question languages in their order; none if the collection cannot be read. */
    public static List<Lang> of(Study study) {
        if (study.recipe().evaluation().isEmpty()) {
            return List.of();
        }
        try {
            PoolPlace place =
                    PoolPlace.in(UserFolder.own().pools(), Progress.NONE, Cancellation.NEVER);
            return study
                    .recipe()
                    .evaluation()
                    .get(0)
                    .dataset(place)
                    .collection()
                    .questions()
                    .stream()
                    .map(Question::lang)
                    .distinct()
                    .toList();
        } catch (BadInputException unreadable) {
            // said with file and line when the study is started; the card only leaves the fact out
            return List.of();
        }
    }
}
