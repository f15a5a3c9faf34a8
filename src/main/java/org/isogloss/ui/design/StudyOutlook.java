package org.isogloss.ui.design;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.isogloss.run.bench.TimeEstimate;

/**
 * What the start of a draft would come to.
 *
 * @param models how many runs the study has
 * @param left how many of them are still to be trained
 * @param dropped how many its halving has left behind
 * @param time of all runs; empty where nothing tells
 * @param memory bytes a run takes at most; empty where nothing tells
 * @param flaws what the backbones' files and earlier runs keep from being started
 * @param freeName a study name under which no other runs stand
 */
record StudyOutlook(
        int models,
        int left,
        int dropped,
        Optional<TimeEstimate> time,
        OptionalLong memory,
        List<DraftFlaw> flaws,
        String freeName) {
    /** Of a draft that is no study yet. */
    static final StudyOutlook NONE =
            new StudyOutlook(0, 0, 0, Optional.empty(), OptionalLong.empty(), List.of(), "");

    StudyOutlook {
        flaws = List.copyOf(flaws);
    }
}
