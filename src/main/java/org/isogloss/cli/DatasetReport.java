package org.isogloss.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.isogloss.corpus.catalogue.KnownCheck;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.statistics.DatasetStatistics;

/**
 * What {@code data inspect --json} prints: the summary's keys and the statistics beside them.
 *
 * @param known how it compares with what was published, if it is a known data set
 * @param remembered the id it is remembered by, if it was asked to be
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DatasetReport(
        @JsonUnwrapped DatasetSummary summary,
        DatasetStatistics statistics,
        Optional<KnownCheck> known,
        Optional<String> remembered) {}
