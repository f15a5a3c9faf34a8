package org.isogloss.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.statistics.DatasetStatistics;

/** What {@code data inspect --json} prints: the summary's keys and the statistics beside them. */
record DatasetReport(@JsonUnwrapped DatasetSummary summary, DatasetStatistics statistics) {}
