/**
 * The part of Results that shows what the size of the model does to scores, and to each strategy's
 * lead. It knows neither how trends are fitted nor the other parts.
 */
package org.isogloss.ui.scaling;
