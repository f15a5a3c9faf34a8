/**
 * The place Design: a study is put together by clicking, its next batches are seen before anything
 * is trained, and it is started.
 *
 * <p>It must not know the other places, nor how a strategy draws: it asks the plan that training
 * asks.
 */
package org.isogloss.ui.design;
