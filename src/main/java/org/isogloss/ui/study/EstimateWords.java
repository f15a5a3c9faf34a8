package org.isogloss.ui.study;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.isogloss.run.bench.TimeEstimate;
import org.isogloss.ui.words.Words;

/** Estimated time and memory, and what they rest on, in words. */
public final class EstimateWords {
    private static final Words WORDS = Words.of(EstimateWords.class);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private EstimateWords() {}

    /** A time: {@code about 2 min here}. */
    public static String about(Duration time) {
        long minutes = Math.max(1, Math.round(time.toSeconds() / 60.0));
        return minutes < 100
                ? WORDS.text("estimate.aboutMinHere", minutes)
                : WORDS.text("estimate.aboutHHere", Math.round(minutes / 60.0));
    }

    /** Memory of one run: {@code up to 0.4 GB of memory}. */
    public static String memory(long bytes) {
        return String.format(
                Locale.ROOT, WORDS.text("estimate.upToFGb"), Math.max(0.1, bytes / 1e9));
    }

    /** What an estimate rests on. */
    public static String basis(TimeEstimate estimate) {
        return switch (estimate.basis()) {
            case MEASURED ->
                    WORDS.text(
                            "estimate.timeMeasuredOnThis",
                            day(estimate.seen()),
                            (estimate.scaled() ? ", with a backbone of another size" : ""));
            case LOGGED -> WORDS.text("estimate.timeEstimatedFromRuns", day(estimate.seen()));
            case REFERENCE -> WORDS.text("estimate.timeEstimatedFromAnother");
        };
    }

    /** A day: {@code 3 May 2026}. */
    public static String day(Instant time) {
        return DAY.format(time.atZone(ZoneId.systemDefault()));
    }
}
