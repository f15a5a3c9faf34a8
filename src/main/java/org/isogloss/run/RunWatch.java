package org.isogloss.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Follows one run: reads what is new in its log, and tells how the run looks from here.
 *
 * <p>How long a run has been silent is measured from when this reader last saw its log grow, so
 * that neither another machine's clock nor the delays of a network file system make a healthy run
 * look lost. Before anything was seen to grow there is only the time of the last event; where
 * another machine wrote it, it counts as far as it exceeds what clocks may differ by. Not
 * thread-safe.
 */
public final class RunWatch {
    /** A run at work on this machine that is silent for longer is lost. */
    static final Duration SILENCE = Heartbeat.INTERVAL.multipliedBy(3);

    /**
     * The same for a run on another machine: longer than heartbeats lie apart, than its file system
     * keeps what is written and ours what it showed, together.
     */
    static final Duration SILENCE_ELSEWHERE = Duration.ofMinutes(2);

    /**
     * By twice as much as nodes may differ before Slurm, like Kerberos, refuses to talk to them.
     */
    static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final EventTail tail;
    private final Path lock;
    private final Clock clock;
    private final LongSupplier nanos;
    private RunState state = RunState.NONE;
    private boolean looked;
    private boolean grown;
    private long length;
    private long since;

    /**
     * @param clock what events are dated by
     * @param nanos a time in nanoseconds that only ever grows
     */
    RunWatch(EventTail tail, Path lock, Clock clock, LongSupplier nanos) {
        this.tail = tail;
        this.lock = lock;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Reads the events written since the last look. */
    public List<LoggedEvent> look() {
        List<LoggedEvent> news = tail.poll();
        for (LoggedEvent event : news) {
            state = state.after(event);
        }
        if (!looked || tail.length() != length) {
            grown = looked;
            looked = true;
            length = tail.length();
            since = nanos.getAsLong();
        }
        return news;
    }

    /** Where the run stands as far as it was read: its events, and whether a process holds it. */
    public RunState state() {
        return state.phase() == RunPhase.WAITING || state.phase().ended()
                ? state
                : state.seen(alive(), silence(), allowed());
    }

    /**
     * True if a process works on the run: it holds the run's lock or, where a network file system
     * shows locks on one machine only, it is on another and not silent for long.
     */
    public boolean alive() {
        if (RunLock.held(lock)) {
            return true;
        }
        if (RunLock.leftElsewhere(lock)) {
            return quietFor(SILENCE_ELSEWHERE);
        }
        // Of another machine's run the lock may not be seen yet, or the last lines come late.
        return !RunLock.lastHere(lock) && grown && state.begun() && quietFor(SILENCE_ELSEWHERE);
    }

    private boolean quietFor(Duration atMost) {
        return silence().compareTo(atMost) <= 0;
    }

    private Duration allowed() {
        return RunLock.lastHere(lock) ? SILENCE : SILENCE_ELSEWHERE;
    }

    private Duration silence() {
        Duration watched = Duration.ofNanos(nanos.getAsLong() - since);
        if (grown || state.last() == null) {
            return watched;
        }
        Duration told = Duration.between(state.last(), clock.instant());
        Duration apart = RunLock.leftElsewhere(lock) ? CLOCKS_APART : Duration.ZERO;
        Duration certain = told.abs().minus(apart);
        if (certain.compareTo(watched) <= 0) {
            return watched;
        }
        return told.isNegative() ? certain.negated() : certain;
    }
}
