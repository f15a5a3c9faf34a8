package org.isogloss.corpus.format;

import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;

/**
 * A data set as both of its uses: items to train on and a collection to be scored on.
 *
 * @param name the folder's or file's name
 * @param format the id of the format it was read in
 * @param items questions with their answers, language by language
 * @param collection questions, candidates and judgments
 */
public record Dataset(
        String name, String format, ParallelCorpus items, TestCollection collection) {}
