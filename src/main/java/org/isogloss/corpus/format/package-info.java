/**
 * Files become corpora: the data set formats, one file each, and the explicit list of them.
 *
 * <p>It must not know of batches, tokens or models. Place in the line: the first arrow, from a file
 * or folder to a {@link org.isogloss.corpus.ParallelCorpus} and a {@link
 * org.isogloss.corpus.TestCollection}. To add a format: one class, one line in {@link
 * org.isogloss.corpus.format.DatasetFormats}, one good and some bad fixtures.
 */
package org.isogloss.corpus.format;
