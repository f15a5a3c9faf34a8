/**
 * The sample corpus that is shipped with the project, made from tables of facts and sentences.
 *
 * <p>It must not know of batches, tokens or models. Place in the line: before the first arrow; it
 * writes the files that {@link org.isogloss.corpus.format} reads.
 */
package org.isogloss.corpus.sample;
