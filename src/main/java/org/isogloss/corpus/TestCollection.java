package org.isogloss.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Questions, candidate passages and judgments in several languages: what a model is scored on.
 *
 * @param name the data set's name
 * @param questions every question in every language
 * @param passages the multilingual pool: every candidate in every language; a {@link PassagePool}
 *     is held as it is, any other list is copied
 * @param judgments which passage answers which question
 */
public record TestCollection(
        String name, List<Question> questions, List<Passage> passages, Judgments judgments) {
    public TestCollection {
        questions = List.copyOf(questions);
        passages = passages instanceof PassagePool ? passages : List.copyOf(passages);
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
        LanguageRun.of(passages).forEach(run -> seen.add(run.lang()));
        return List.copyOf(seen);
    }

    /**
     * The part of the collection with questions in one language and candidates in another; it is
     * held in memory unless all candidates are in that language.
     */
    public RetrievalTask task(Lang questions, Lang answers) {
        boolean all = answerLanguages().equals(List.of(answers));
        return new RetrievalTask(
                questions,
                answers,
                this.questions.stream().filter(q -> q.lang().equals(questions)).toList(),
                all ? passages : passages.stream().filter(p -> p.lang().equals(answers)).toList(),
                judgments);
    }
}
