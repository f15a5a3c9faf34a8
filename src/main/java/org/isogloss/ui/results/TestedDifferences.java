package org.isogloss.ui.results;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.report.StudyTests;
import org.isogloss.run.KeptScores;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/**
 * Tests differences in the background, one collection after the other, and remembers what was
 * found. One at a time, because a test keeps a processor busy for seconds, and the window needs one
 * to draw what is known already.
 */
final class TestedDifferences {
    private static final Words WORDS = Words.of(TestedDifferences.class);

    private final KeptScores scores;
    private final BackgroundTasks tasks;
    private final Runnable changed;
    private final Map<StudyTests.Question, StudyTests> tested = new HashMap<>();
    private final Deque<StudyTests.Question> wanted = new ArrayDeque<>();
    private boolean testing;

    /**
     * @param changed told on the window's thread whenever a test has been made
     */
    TestedDifferences(KeptScores scores, BackgroundTasks tasks, Runnable changed) {
        this.scores = scores;
        this.tasks = tasks;
        this.changed = changed;
    }

    /** What a test found, if it has been made. */
    Optional<StudyTests> of(StudyTests.Question question) {
        return Optional.ofNullable(tested.get(question));
    }

    /** What is known of the macro means, if only the test of the cells has still to be made. */
    Optional<StudyTests> means(StudyTests.Question question) {
        return tested.entrySet().stream()
                .filter(one -> one.getKey().sameMeans(question))
                .map(Map.Entry::getValue)
                .filter(one -> one.ranking().isPresent())
                .findFirst()
                .map(one -> new StudyTests(one.ranking(), Map.of(), one.refusal()));
    }

    /** Makes the tests that have not been made; forgets those of other runs. */
    void ask(List<StudyTests.Question> questions) {
        tested.keySet()
                .removeIf(known -> questions.stream().noneMatch(one -> one.sameMeans(known)));
        wanted.clear();
        questions.stream().filter(one -> !tested.containsKey(one)).forEach(wanted::add);
        testNext();
    }

    private void testNext() {
        if (!testing && !wanted.isEmpty()) {
            test(wanted.remove());
        }
    }

    private void test(StudyTests.Question question) {
        testing = true;
        Optional<StudyTests> known = means(question);
        tasks.run(
                () ->
                        known.map(tests -> tests.withCells(question, scores))
                                .orElseGet(() -> StudyTests.of(question, scores)),
                found -> {
                    tested.put(question, found);
                    changed.run();
                },
                () -> {
                    testing = false;
                    testNext();
                });
    }

    /** What differences were tested with, that they still are, or why they could not be. */
    String words(List<StudyTests.Question> questions) {
        if (questions.isEmpty()) {
            return "";
        }
        if (!tested.keySet().containsAll(questions)) {
            return WORDS.text("tests.underWay");
        }
        return questions.stream()
                .map(tested::get)
                .map(StudyTests::refusal)
                .filter(refusal -> !refusal.isEmpty())
                .map(refusal -> WORDS.text("tests.refused", refusal))
                .findFirst()
                .orElseGet(() -> WORDS.text("tests.made"));
    }
}
