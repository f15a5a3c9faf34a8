/**
 * Files become corpora: the data set formats, one file each, and the explicit list of them.
 *
 * <p>It must not know of batches, tokens or models. Place in the line: the first arrow, from a file
 * or folder to a {@link org.isogloss.corpus.ParallelCorpus} and a {@link
 * org.isogloss.corpus.TestCollection}. To add a format: one class, one line in {@link
 * org.isogloss.corpus.format.DatasetFormats}, a sample in {@code sample-data/formats/<id>} with a
 * line in its README, and some bad fixtures.
 *
 * <p>A reader returns or throws {@link org.isogloss.base.BadInputException}: it leaves out only
 * what the format's own convention leaves out, says so in a {@link
 * org.isogloss.corpus.format.ReadReport}, and refuses where a number would silently be wrong. The
 * language of each side is taken from a documented place or asked for, never guessed. Files are
 * read a line, a paragraph or a row at a time.
 *
 * <p>Parquet comes as JSON objects from {@link org.isogloss.corpus.parquet}, so a format that reads
 * rows by {@code JsonRows} or {@code Table} reads it too.
 *
 * <p>CSV is read by FastCSV: RFC 4180 with a limit for a record and the line of each, 100 KiB, no
 * dependencies of its own. TSV has no quotes in any of these formats, so a tab is all it needs.
 */
package org.isogloss.corpus.format;
