/**
 * The help beside the content: the workbench's words and the paper's numbers. It knows no study and
 * no run.
 */
package org.isogloss.ui.learn;
