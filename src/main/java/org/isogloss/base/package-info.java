/**
 * Files, long work and settings: the ground floor that every room stands on.
 *
 * <p>It knows nothing of language, models or windows. Place in the line: below the first arrow.
 */
package org.isogloss.base;
