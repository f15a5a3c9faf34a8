package org.isogloss.ui.results;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.report.StudyTests;
import org.isogloss.run.KeptScores;
import org.isogloss.ui.task.BackgroundTasks;
import org.isogloss.ui.words.Words;

/** Tests differences in the background and remembers what was found. */
final class TestedDifferences {
    private static final Words WORDS = Words.of(TestedDifferences.class);

    private final KeptScores scores;
    private final BackgroundTasks tasks;
    private final Runnable changed;
    private final Map<StudyTests.Question, StudyTests> tested = new HashMap<>();
    private final Set<StudyTests.Question> testing = new HashSet<>();

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
        questions.forEach(this::test);
    }

    private void test(StudyTests.Question question) {
        if (tested.containsKey(question) || !testing.add(question)) {
            return;
        }
        Optional<StudyTests> known = means(question);
        tasks.run(
                () ->
                        known.map(tests -> tests.withCells(question, scores))
                                .orElseGet(() -> StudyTests.of(question, scores)),
                found -> {
                    tested.put(question, found);
                    testing.remove(question);
                    changed.run();
                },
                () -> testing.remove(question));
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
