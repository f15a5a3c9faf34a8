package org.isogloss.ui.study;

import org.isogloss.corpus.Lang;

/**
 * The one question that the places are looking at together.
 *
 * @param collection the test collection it belongs to
 * @param id the id its translations share, as the data set gives it
 * @param lang the language it is asked in
 */
public record QuestionFocus(String collection, String id, Lang lang) {}
