/**
 * The place Figures: what was kept for a paper, seen at the paper's width, and the bundle of it.
 *
 * <p>It must not know the other places; figures come to it through the shelf that every figure on
 * the screen can be kept on.
 */
package org.isogloss.ui.figures;
