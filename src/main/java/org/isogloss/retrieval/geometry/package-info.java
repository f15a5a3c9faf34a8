/**
 * Vectors → vectors without what tells their language, and a map of them: what of language bias
 * goes away without training. Knows nothing of models, files or figures.
 */
package org.isogloss.retrieval.geometry;
