/**
 * Language bias: how far apart a question's answers are ranked, whose language fills the top 10,
 * and how often the question's own language comes first.
 *
 * <p>It must not know the other places.
 */
package org.isogloss.ui.bias;
