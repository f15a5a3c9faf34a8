package org.isogloss.ui.study;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.DataSource;

/** The words behind the ids of a test collection, to be read beside its scores. */
public final class CollectionTexts {
    /** No words at all. */
    public static final CollectionTexts NONE =
            new CollectionTexts(
                    new TestCollection("", List.of(), List.of(), new Judgments(Map.of())));

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Map<Lang, Question>> translations = new LinkedHashMap<>();
    private final Map<String, Passage> passages = new HashMap<>();
    private final List<Passage> pool;

    public CollectionTexts(TestCollection collection) {
        for (Question question : collection.questions()) {
            questions.put(question.id(), question);
            translations
                    .computeIfAbsent(question.parallelId(), id -> new LinkedHashMap<>())
                    .put(question.lang(), question);
        }
        pool = collection.passages();
        if (!(pool instanceof PassagePool)) {
            pool.forEach(passage -> passages.put(passage.id(), passage));
        }
    }

    /**
     * Reads a collection; not for the window's thread.
     *
     * @throws org.isogloss.base.BadInputException if it cannot be read any more
     */
    public static CollectionTexts read(DataSource source, PoolPlace place) {
        return new CollectionTexts(source.dataset(place).collectionToScoreOn());
    }

    /** All questions, as the data set gives them. */
    public Collection<Question> questions() {
        return Collections.unmodifiableCollection(questions.values());
    }

    /** The question of an id. */
    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** A question's translations by language, from the id that they share; empty if unknown. */
    public Map<Lang, Question> translations(String parallelId) {
        return translations.getOrDefault(parallelId, Map.of());
    }

    /** The candidate of an id; of an indexed pool only this one is read. */
    public Optional<Passage> passage(String id) {
        if (pool instanceof PassagePool indexed) {
            OptionalInt position = indexed.position(id);
            return position.isPresent()
                    ? Optional.of(indexed.get(position.getAsInt()))
                    : Optional.empty();
        }
        return Optional.ofNullable(passages.get(id));
    }
}
