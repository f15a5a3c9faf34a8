package org.isogloss.retrieval;

import org.isogloss.corpus.Lang;

/**
 * Where a question's relevant passage stands.
 *
 * @param passageId the passage's id
 * @param lang the passage's language
 * @param grade how relevant it is, from 1
 * @param inLanguage its rank among the candidates of its language, from 1
 * @param inPool its rank among the candidates of all languages, from 1
 */
public record RelevantRank(String passageId, Lang lang, int grade, int inLanguage, int inPool) {}
