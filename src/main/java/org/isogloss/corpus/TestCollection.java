package org.isogloss.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Questions, candidate passages and judgments in several languages: what a model is scored on.
 *
 * @param name the data set's name
 * @param questions every question in every language
 * @param passages the multilingual pool: every candidate in every language
 * @param judgments which passage answers which question
 */
public record TestCollection(
        String name, List<Question> questions, List<Passage> passages, Judgments judgments) {
    public TestCollection {
        questions = List.copyOf(questions);
        passages = List.copyOf(passages);
    }

    /** The languages of the questions, in order of first appearance. */
    public List<Lang> questionLanguages() {
        Set<Lang> seen = new LinkedHashSet<>();
        questions.forEach(question -> seen.add(question.lang()));
        return List.copyOf(seen);
    }

    /** The languages of the passages, in order of first appearance. */
    public List<Lang> answerLanguages() {
        Set<Lang> seen = new LinkedHashSet<>();
        passages.forEach(passage -> seen.add(passage.lang()));
        return List.copyOf(seen);
    }

    /** The part of the collection with questions in one language and candidates in another. */
    public RetrievalTask task(Lang questions, Lang answers) {
        return new RetrievalTask(
                questions,
                answers,
                this.questions.stream().filter(q -> q.lang().equals(questions)).toList(),
                this.passages.stream().filter(p -> p.lang().equals(answers)).toList(),
                judgments);
    }
}
