/**
 * The place Explore: one question, and how two runs' models rank the candidates of all languages
 * for it, beside each other.
 *
 * <p>It must not compute anything: models answer from processes of their own.
 */
package org.isogloss.ui.explorer;
