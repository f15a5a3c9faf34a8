package org.isogloss.ui.design;

/**
 * What keeps a draft from being started.
 *
 * @param field beside which it is said: one of these names, or a setting's id
 * @param sentence what is wrong and what to do
 */
record DraftFlaw(String field, String sentence) {
    static final String NAME = "name";
    static final String TRAINING = "training";
    static final String VALIDATION = "validation";
    static final String EVALUATION = "evaluation";
    static final String LANGUAGES = "languages";
    static final String STRATEGIES = "strategies";
    static final String BACKBONES = "backbones";
    static final String SEEDS = "seeds";

    /** What backbones from scratch go through before. */
    static final String WARM_START = "warm-start";

    /** Whether strategies are left behind. */
    static final String HALVING = "halving";

    /** The batches themselves, and what concerns the study as a whole. */
    static final String BATCHES = "batches";
}
