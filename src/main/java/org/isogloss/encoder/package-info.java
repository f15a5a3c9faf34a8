/**
 * Text to vectors: model directories, tokens, weights and the engine that computes with them.
 *
 * <p>It knows nothing of corpora, batches, learning or ranking. Place in the line: what a model
 * directory and a list of texts become before anything is trained or scored. Only this package and
 * {@code training} use the native engine.
 */
package org.isogloss.encoder;
