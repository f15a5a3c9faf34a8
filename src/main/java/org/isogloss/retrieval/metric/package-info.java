/**
 * Measures of one ranking against its relevant passages, as trec_eval defines and names them.
 *
 * <p>It must not know of languages, files or models. Place in the line: what retrieval computes of
 * each pool.
 */
package org.isogloss.retrieval.metric;
