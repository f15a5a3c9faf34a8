/**
 * Models and data sets, fetched on explicit request: models from the Hugging Face hub into the
 * cache that its own Python library uses, files of data sets from there or from fixed addresses
 * into a folder.
 *
 * <p>It must not know what is in them, and no other room opens a connection. Place in the line:
 * beside it, before the first arrow.
 */
package org.isogloss.hub;
