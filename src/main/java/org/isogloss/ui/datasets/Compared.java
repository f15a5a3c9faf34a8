package org.isogloss.ui.datasets;

import org.isogloss.corpus.catalogue.CatalogueEntry;

/**
 * Two data sets that were compared, as they were then.
 *
 * @param training the id of the one that is trained on
 * @param trainingHash its content's
 * @param evaluation the id of the one that is scored on
 * @param evaluationHash its content's
 */
record Compared(String training, String trainingHash, String evaluation, String evaluationHash) {
    static Compared of(CatalogueEntry training, CatalogueEntry evaluation) {
        return new Compared(training.id(), training.sha256(), evaluation.id(), evaluation.sha256());
    }
}
