/**
 * Models from the Hugging Face hub, fetched on explicit request into the cache that the hub's own
 * Python library uses.
 *
 * <p>It must not know what is in a model, and no other room opens a connection. Place in the line:
 * beside it, before the first arrow.
 */
package org.isogloss.hub;
