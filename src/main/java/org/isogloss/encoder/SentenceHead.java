package org.isogloss.encoder;

/**
 * How the vectors of a text's tokens become the vector of the text: pooling, then a Dense layer
 * where there is one, then length 1 where asked for.
 *
 * @param pooling how token vectors become one
 * @param dense the layer after pooling, or null
 * @param normalize whether vectors get length 1
 */
public record SentenceHead(Pooling pooling, Dense dense, boolean normalize) {}
