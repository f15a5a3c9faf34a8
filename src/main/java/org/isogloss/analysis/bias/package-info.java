/**
 * Measures of how a model treats languages beyond how well it retrieves, each with its definition,
 * source and trap.
 *
 * <p>It must not know of models, texts or files: it reads ranks. Place in the line: beside the
 * tables of analysis, before figures.
 */
package org.isogloss.analysis.bias;
