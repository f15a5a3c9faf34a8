package org.isogloss.ui.datasets;

import java.nio.file.Path;
import org.isogloss.corpus.format.ReadOptions;

/** How reading a data set ended. */
sealed interface ReadOutcome {
    /** It was read. */
    record Done(Inspection inspection) implements ReadOutcome {}

    /** It cannot be read so. */
    record Refused(Path path, ReadOptions options, Problem problem) implements ReadOutcome {}

    /** The user stopped it. */
    record Stopped(Path path) implements ReadOutcome {}
}
