/**
 * Stored rankings as MTEB scores and names them. Knows its tasks and its result file, but no place
 * where files lie, and no model.
 */
package org.isogloss.analysis.mteb;
