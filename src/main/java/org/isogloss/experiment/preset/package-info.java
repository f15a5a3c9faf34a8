/**
 * Backbones one can start from, by name, and what training them costs: plain facts and numbers for
 * the command line and the window.
 *
 * <p>It must not know of networks and caches: whether a model is on this machine is not its
 * business. Place in the line: beside the spec, before the first arrow.
 */
package org.isogloss.experiment.preset;
