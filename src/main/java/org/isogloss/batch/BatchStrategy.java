package org.isogloss.batch;

import java.util.List;
import java.util.Map;
import org.isogloss.base.Setting;
import org.isogloss.corpus.Lang;

/**
 * A way to choose the languages of batches, said as probabilities so that it can be shown, checked
 * and drawn from.
 *
 * <p>To add one, write a class and name it in {@link BatchStrategies}.
 */
public interface BatchStrategy {

    /** Its name in files: {@code cross-lingual}. */
    String id();

    /** Its name in the window. */
    String name();

    /** What its batches look like, and whose definition it is, in a sentence or two. */
    String meaning();

    /** What the user may choose. */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * How probable each kind of batch is.
     *
     * @param parameters a value for each of the {@link #settings}, by its id
     * @return probabilities that add up to 1; a kind that never comes is absent or 0
     */
    Map<BatchKind, Double> shares(Map<String, Double> parameters);

    /** True if a row may have these languages, where its batch's kind allows them. */
    default boolean admits(Lang question, Lang answer) {
        return true;
    }
}
