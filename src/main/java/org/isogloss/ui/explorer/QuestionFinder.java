package org.isogloss.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.ui.study.CollectionTexts;

/**
 * Finds questions of a collection.
 *
 * @param texts the collection's
 */
record QuestionFinder(CollectionTexts texts) {
    private static final int SUGGESTIONS = 8;

    /** Those that hold some words, in any case; those that begin with them first. */
    List<Question> holding(String words) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        List<Question> begin = new ArrayList<>();
        List<Question> hold = new ArrayList<>();
        for (Question question : texts.questions()) {
            int at = question.text().toLowerCase(Locale.ROOT).indexOf(sought);
            if (at >= 0) {
                (at == 0 ? begin : hold).add(question);
            }
            if (begin.size() == SUGGESTIONS) {
                break;
            }
        }
        return Stream.concat(begin.stream(), hold.stream()).limit(SUGGESTIONS).toList();
    }

    /** That of the very words. */
    Optional<Question> of(String words) {
        return texts.questions().stream().filter(one -> one.text().equals(words)).findFirst();
    }

    /** The first there is. */
    Optional<Question> first() {
        return texts.questions().stream().findFirst();
    }

    /** The next one in the same language, after the last the first; the first after none. */
    Optional<Question> after(Optional<Question> before) {
        List<Question> all = List.copyOf(texts.questions());
        int at = before.map(all::indexOf).orElse(-1);
        for (int i = 1; i <= all.size(); i++) {
            Question one = all.get((at + i) % all.size());
            if (before.map(Question::lang).map(one.lang()::equals).orElse(true)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** A question's translation, itself included. */
    Optional<Question> translation(String parallelId, Lang lang) {
        return Optional.ofNullable(texts.translations(parallelId).get(lang));
    }

    /** The languages a question is asked in, in the order of the data set. */
    List<Lang> languages(Question question) {
        return List.copyOf(texts.translations(question.parallelId()).keySet());
    }
}
