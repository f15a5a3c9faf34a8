/**
 * Questions to the user that the system's own dialogs ask.
 *
 * <p>It must not know who asks; tests answer in the user's place.
 */
package org.isogloss.ui.dialog;
