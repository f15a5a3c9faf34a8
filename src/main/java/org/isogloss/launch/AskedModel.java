package org.isogloss.launch;

import org.isogloss.run.query.Answers;
import org.isogloss.run.query.Query;

/** A finished run's model somewhere else, which can be asked questions. */
public interface AskedModel extends AutoCloseable {

    /** How far it is. */
    enum Stage {
        LOADING,
        READY,
        /** It has ended and answers no more. */
        ENDED
    }

    /**
     * How it stands.
     *
     * @param said what it is doing, or why it ended; may be empty
     */
    record State(Stage stage, String said) {
        /** It has just been started. */
        public static final State STARTING = new State(Stage.LOADING, "");
    }

    /** How it stands now. */
    State state();

    /**
     * Asks and waits for the answers; before all is loaded, for that too. One at a time.
     *
     * @throws org.isogloss.base.BadInputException if the question cannot be answered, or the model
     *     is there no more
     */
    Answers ask(Query query);

    /** Puts the model away. */
    @Override
    void close();
}
