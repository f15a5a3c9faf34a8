/**
 * Data sets are found again: those once loaded, with what they are used for and a fingerprint to
 * know them by, and those the field knows, with what an import of them must count.
 *
 * <p>It must not know of connections, batches or models. Place in the line: before the first arrow,
 * from a name to the file or folder that {@link org.isogloss.corpus.format} reads.
 */
package org.isogloss.corpus.catalogue;
