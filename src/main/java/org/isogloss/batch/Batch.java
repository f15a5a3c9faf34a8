package org.isogloss.batch;

import java.util.List;

/**
 * What one training step sees: every row's answer is the wrong answer of all other rows.
 *
 * @param kind how the rows' languages relate
 * @param corpus the name of the data set all rows come from
 * @param rows the rows; no two ask the same question
 */
public record Batch(BatchKind kind, String corpus, List<BatchRow> rows) {
    public Batch {
        rows = List.copyOf(rows);
    }
}
