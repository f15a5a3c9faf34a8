/**
 * A guided tour of the sample study in seven steps. It says what to look at; where that is, only
 * the shell knows.
 */
package org.isogloss.ui.tour;
