package org.isogloss.corpus;

import java.util.List;

/**
 * Questions in one language against candidates in one language, both said explicitly because data
 * sets name the pair in either order.
 *
 * @param questionLang the questions' language
 * @param answerLang the candidates' language
 * @param questions the questions
 * @param passages the candidates
 * @param judgments which candidate answers which question; may also judge others
 */
public record RetrievalTask(
        Lang questionLang,
        Lang answerLang,
        List<Question> questions,
        List<Passage> passages,
        Judgments judgments) {
    public RetrievalTask {
        questions = List.copyOf(questions);
        passages = passages instanceof PassagePool ? passages : List.copyOf(passages);
    }
}
