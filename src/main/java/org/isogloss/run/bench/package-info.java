/**
 * How fast this machine is, and how long a study will therefore take: measured, else read from past
 * runs.
 *
 * <p>It stands beside the straight line: it drives the stages with made-up texts and keeps nothing
 * but numbers. It must not know the window.
 */
package org.isogloss.run.bench;
