/**
 * What a data set consists of, in numbers: counts, lengths, parallel coverage, duplicates, scripts.
 *
 * <p>It must not know of files, models or runs; tokens are counted by a function it is given. Place
 * in the line: beside the first arrow, looking at what was read.
 */
package org.isogloss.corpus.statistics;
