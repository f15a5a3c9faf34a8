package org.isogloss.report;

import java.util.List;
import java.util.Optional;

/**
 * The strategy that the others of a study are compared with.
 *
 * @param name its name; null while there is none
 * @param measure what is compared
 */
record Baseline(StudySnapshot study, String name, CellMeasure measure) {

    /** Its scores; empty where seeds are not the same, or it is absent. */
    Optional<StrategyScores> of(List<StrategyScores> scores) {
        return StrategyScores.comparable(scores)
                ? scores.stream().filter(one -> one.name().equals(name)).findFirst()
                : Optional.empty();
    }

    /** What is to be tested of a collection; nothing where strategies are not comparable. */
    Optional<StudyTests.Question> question(List<StrategyScores> scores) {
        if (scores.size() < 2 || of(scores).isEmpty()) {
            return Optional.empty();
        }
        List<StudyTests.Contender> contenders =
                scores.stream()
                        .map(
                                one ->
                                        new StudyTests.Contender(
                                                one.name(),
                                                study.runs(one).stream()
                                                        .map(StudyRun::folder)
                                                        .toList(),
                                                one.evaluations()))
                        .toList();
        return Optional.of(
                new StudyTests.Question(scores.get(0).collection(), name, measure, contenders));
    }
}
