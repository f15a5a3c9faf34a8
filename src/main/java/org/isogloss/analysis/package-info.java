/**
 * Numbers about questions become insight about languages: means, tables, spreads over seeds.
 *
 * <p>It must not know of models, files' places or drawing. Place in the line: from retrieval's
 * scores to what is shown and compared.
 */
package org.isogloss.analysis;
