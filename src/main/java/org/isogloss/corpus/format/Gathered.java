package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/**
 * Questions, passages and judgments as they come out of files, in this order, checked against each
 * other.
 *
 * <p>Ids stay as they are in the files where a data set has one language; where it has several they
 * get the language as in LAReQA, {@code {question}_{lang}} and {@code {lang}_{passage}}, since the
 * same number names different passages in different languages.
 */
final class Gathered {
    private final boolean several;
    private final boolean parallel;
    private final ReadReport.Builder report = new ReadReport.Builder();
    private final Map<Key, Asked> questions = new LinkedHashMap<>();
    private final Map<Key, Passage> passages = new LinkedHashMap<>();
    private final Map<Lang, Map<String, String>> idOfText = new HashMap<>();
    private final Set<String> parallelIds = new HashSet<>();

    /** By parallel id, so that the translations of a question share their judgments' memory. */
    private final Map<String, Map<String, Integer>> grades = new HashMap<>();

    /** Null while passages are gathered one by one. */
    private PassagePool pool;

    private record Key(Lang lang, String id) {}

    private record Asked(Question question, Place place) {}

    /**
     * Starts with nothing.
     *
     * @param several true if ids need their language
     * @param parallel true if questions with the same id in different languages are translations,
     *     answered by the same passages
     */
    Gathered(boolean several, boolean parallel) {
        this.several = several;
        this.parallel = parallel;
    }

    /** Notes that something is left out. */
    void leftOut(Place place, String reason) {
        report.add(place, reason);
    }

    /** The texts of the passages by id, for a set in one language. */
    Map<String, String> passageTexts() {
        Map<String, String> texts = new HashMap<>();
        passages.forEach((key, passage) -> texts.put(key.id(), passage.text()));
        return texts;
    }

    /** True if a question has been gathered with this text. */
    boolean asks(Lang lang, String id, String text) {
        Asked asked = questions.get(new Key(lang, id));
        return asked != null && asked.question().text().equals(text);
    }

    /** The id of the passage with a text, numbered from 0 in each language and added where new. */
    String passageOf(Place place, Lang lang, String text) {
        Map<String, String> ids = idOfText.computeIfAbsent(lang, each -> new HashMap<>());
        String known = ids.get(text);
        if (known != null) {
            return known;
        }
        String id = String.valueOf(ids.size());
        passage(place, lang, id, place.text("the passage", text));
        ids.put(text, id);
        return id;
    }

    /** Adds a question; the very same one once more is left out. */
    void question(Place place, Lang lang, String id, String text) {
        question(place, lang, id, text, "");
    }

    /** Adds a question about an article of some title, or of none. */
    void question(Place place, Lang lang, String id, String text, String source) {
        place.id("the question's id", id);
        place.text("question '" + id + "'", text);
        String unique = several ? id + "_" + lang : id;
        String parallelId = parallel ? id : unique;
        Asked asked = new Asked(new Question(unique, parallelId, lang, text, source), place);
        Asked same = questions.putIfAbsent(new Key(lang, id), asked);
        parallelIds.add(parallelId);
        if (same != null) {
            twice(place, "question", id, text.equals(same.question().text()));
        }
    }

    /** Adds a passage; one without text, and the very same one once more, is left out. */
    void passage(Place place, Lang lang, String id, String text) {
        place.id("the passage's id", id);
        if (text.isBlank()) {
            report.add(place, "the passage has no text; it is not searched");
            return;
        }
        place.whole("passage '" + id + "'", text);
        Passage passage = new Passage(passageId(lang, id), lang, text);
        Passage same = passages.putIfAbsent(new Key(lang, id), passage);
        if (same != null) {
            twice(place, "passage", id, text.equals(same.text()));
        }
    }

    /** Takes all passages from a pool; where ids need their language they have it there. */
    void passages(PassagePool all) {
        if (pool != null || !passages.isEmpty()) {
            throw new IllegalStateException("there are passages already");
        }
        pool = all;
    }

    private boolean offers(Lang lang, String id) {
        return pool == null
                ? passages.containsKey(new Key(lang, id))
                : pool.position(passageId(lang, id)).isPresent();
    }

    private String passageId(Lang lang, String id) {
        return several ? lang + "_" + id : id;
    }

    private void twice(Place place, String what, String id, boolean equal) {
        if (!equal) {
            throw place.bad(
                    "%s '%s' already stands before with another text; ids must differ%s"
                            .formatted(
                                    what,
                                    Place.abridged(id),
                                    several ? ", or read one subset at a time with --subset" : ""));
        }
        report.add(place, "the " + what + " stands twice with the same text; one is used");
    }

    /**
     * Grades a passage, in each of some languages, for a question; ids that were not gathered are
     * left out.
     */
    void judge(
            Place place,
            Lang questionLang,
            String questionId,
            Collection<Lang> answerLangs,
            String passageId,
            int grade) {
        String parallelId = parallel || !several ? questionId : questionId + "_" + questionLang;
        if (!parallelIds.contains(parallelId)) {
            report.add(place, "the judgment names a question that is not there");
            return;
        }
        boolean found = false;
        for (Lang lang : answerLangs) {
            if (offers(lang, passageId)) {
                found = true;
                grade(place, parallelId, passageId(lang, passageId), grade);
            }
        }
        if (!found) {
            report.add(place, "the judgment names a passage that is not there");
        }
    }

    private void grade(Place place, String parallelId, String passageId, int grade) {
        Integer before =
                grades.computeIfAbsent(parallelId, id -> new LinkedHashMap<>())
                        .putIfAbsent(passageId, grade);
        if (before != null && before != grade) {
            throw place.bad(
                    "question '%s' and passage '%s' are judged %d here and %d before; keep one"
                            .formatted(
                                    Place.abridged(parallelId),
                                    Place.abridged(passageId),
                                    grade,
                                    before));
        }
        // A parallel question is judged again wherever it is asked in another language.
        if (before != null && !parallel) {
            report.add(place, "the judgment stands twice; one is used");
        }
    }

    /**
     * Everything gathered, as a data set; questions without a relevant passage are left out.
     *
     * @throws BadInputException if no question remains
     */
    Dataset dataset(Path path, String format) {
        List<Question> judged = new ArrayList<>();
        Map<String, Map<String, Integer>> byQuestion = new HashMap<>();
        Set<String> relevant = new LinkedHashSet<>();
        grades.forEach(
                (id, each) -> {
                    if (each.values().stream().anyMatch(grade -> grade > 0)) {
                        relevant.add(id);
                    }
                });
        for (Asked asked : questions.values()) {
            Question question = asked.question();
            if (relevant.contains(question.parallelId())) {
                judged.add(question);
                byQuestion.put(question.id(), grades.get(question.parallelId()));
            } else {
                report.add(asked.place(), "the question has no relevant passage");
            }
        }
        List<Passage> offered = pool == null ? List.copyOf(passages.values()) : pool;
        if (judged.isEmpty()) {
            throw BadInputException.in(
                    path,
                    "none of its %,d questions has a relevant passage among its %,d passages; do the"
                                    .formatted(questions.size(), offered.size())
                            + " questions, judgments and passages belong together?");
        }
        String name = Dataset.nameOf(path);
        TestCollection collection =
                new TestCollection(name, judged, offered, new Judgments(byQuestion));
        return new Dataset(name, format, collection.items(), collection, report.build());
    }
}
