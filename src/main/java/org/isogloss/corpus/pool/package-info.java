/**
 * Pools of passages larger than memory: files of one passage a line, read once into an index on
 * disk from which any passage is then read in place.
 *
 * <p>It must not know of questions, judgments or models. Place in the line: beside the formats, for
 * a corpus of millions of passages that no list should hold.
 */
package org.isogloss.corpus.pool;
