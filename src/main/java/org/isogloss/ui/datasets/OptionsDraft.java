package org.isogloss.ui.datasets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.ui.words.Words;

/**
 * What a user is typing about a data set; blank fields leave it to the files.
 *
 * @param format a format's id
 * @param question the questions' language
 * @param answer the passages' language
 * @param split the split to read
 * @param subset the subset to read
 * @param columns the column of each role
 */
record OptionsDraft(
        String format,
        String question,
        String answer,
        String split,
        String subset,
        Map<String, String> columns) {
    private static final Words WORDS = Words.of(OptionsDraft.class);

    OptionsDraft {
        columns = new LinkedHashMap<>(columns);
    }

    /** What was said before. */
    static OptionsDraft of(ReadOptions options) {
        return new OptionsDraft(
                options.format().orElse(""),
                options.questionLang().map(Lang::tag).orElse(""),
                options.answerLang().map(Lang::tag).orElse(""),
                options.split().orElse(""),
                options.subset().orElse(""),
                options.columns());
    }

    /** Why this cannot be read with, in a sentence; empty if it can. */
    Optional<String> problem() {
        return problem(WORDS.text("optionsDraft.theQuestionsLanguage"), question)
                .or(() -> problem(WORDS.text("optionsDraft.thePassagesLanguage"), answer));
    }

    /** The options, once there is no {@link #problem}. */
    ReadOptions options() {
        return new ReadOptions(
                said(format),
                said(question).map(Lang::new),
                said(answer).map(Lang::new),
                said(split),
                said(subset),
                columns);
    }

    private static Optional<String> problem(String what, String tag) {
        try {
            return said(tag).map(Lang::new).flatMap(known -> Optional.empty());
        } catch (IllegalArgumentException e) {
            return Optional.of(what + ": " + e.getMessage());
        }
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
