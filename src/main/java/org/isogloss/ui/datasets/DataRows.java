package org.isogloss.ui.datasets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/**
 * A data set's questions as rows, in file order.
 *
 * @param all every question in every language
 */
record DataRows(List<DataRow> all) {
    private static final int CHECKED_EVERY = 1024;

    DataRows {
        all = List.copyOf(all);
    }

    /**
     * The questions of a collection; the answer is the first, in the question's own language if any
     * is.
     */
    static DataRows of(TestCollection collection) {
        Function<String, OptionalInt> positions = positions(collection.passages());
        List<DataRow> rows = new ArrayList<>();
        for (Question question : collection.questions()) {
            rows.add(new DataRow(question, () -> answer(question, collection, positions)));
        }
        return new DataRows(rows);
    }

    /**
     * The rows that hold some words in question, answer or source, in whatever case.
     *
     * @param words what to look for; nothing is in every row
     * @param wanted which rows to look at
     */
    List<DataRow> holding(String words, Predicate<DataRow> wanted, Cancellation stop) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        List<DataRow> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % CHECKED_EVERY == 0) {
                stop.check();
            }
            DataRow row = all.get(i);
            if (wanted.test(row) && holds(row, sought)) {
                found.add(row);
            }
        }
        return found;
    }

    private static boolean holds(DataRow row, String sought) {
        return sought.isEmpty()
                || holds(row.question().text(), sought)
                || holds(row.question().source(), sought)
                || holds(row.question().id(), sought)
                || holds(row.answer().get().text(), sought);
    }

    private static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Passage answer(
            Question question, TestCollection collection, Function<String, OptionalInt> positions) {
        Passage first = new Passage("", question.lang(), "");
        Set<String> relevant = collection.judgments().of(question.id());
        for (String id : relevant) {
            OptionalInt place = positions.apply(id);
            if (place.isPresent()) {
                Passage passage = collection.passages().get(place.getAsInt());
                if (passage.lang().equals(question.lang())) {
                    return passage;
                }
                first = first.id().isEmpty() ? passage : first;
            }
        }
        return first;
    }

    private static Function<String, OptionalInt> positions(List<Passage> passages) {
        if (passages instanceof PassagePool pool) {
            return pool::position;
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            places.putIfAbsent(passages.get(i).id(), i);
        }
        return id -> {
            Integer place = places.get(id);
            return place == null ? OptionalInt.empty() : OptionalInt.of(place);
        };
    }

    /** The languages of the rows, in order of first appearance. */
    List<Lang> languages() {
        return all.stream().map(DataRow::lang).distinct().toList();
    }
}
