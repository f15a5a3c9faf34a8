/**
 * Measures of how a model treats languages beyond how well it retrieves.
 *
 * <p>It must not know of questions or rankings: it reads an evaluation. Place in the line: beside
 * the tables of analysis, before figures.
 */
package org.isogloss.analysis.bias;
