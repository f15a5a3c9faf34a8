/**
 * Parallel question answering as data: languages, questions, passages, items and judgments.
 *
 * <p>It must not know of files, tokens or models. Place in the line: what a data set's file becomes
 * before batches are drawn from it or models are scored on it.
 */
package org.isogloss.corpus;
