package org.isogloss.run;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.isogloss.base.Progress;

/**
 * Turns the progress of work into events: one when another activity begins, and one whenever
 * nothing else was written for a few seconds, so that a busy run is never silent.
 */
final class Heartbeat implements Progress, AutoCloseable {
    /** A run that writes nothing for three of these is lost. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final EventLog log;
    private final Progress further;
    private final Timer pulse = new Timer("heartbeat", true);
    private RunEvent.Progressed latest = new RunEvent.Progressed("starting", 0, 0);
    private boolean closed;

    Heartbeat(EventLog log, Progress further) {
        this.log = log;
        this.further = further;
        TimerTask beat =
                new TimerTask() {
                    @Override
                    public void run() {
                        beat();
                        log.force(); // not in the beat, which would hold up training
                    }
                };
        pulse.schedule(beat, INTERVAL.toMillis(), INTERVAL.toMillis());
    }

    @Override
    public void at(String what, long done, long total) {
        begin(new RunEvent.Progressed(what, done, total));
        further.at(what, done, total);
    }

    private synchronized void begin(RunEvent.Progressed now) {
        boolean begins = !latest.what().equals(now.what());
        latest = now;
        if (begins) {
            log.append(latest);
        }
    }

    synchronized void beat() {
        if (!closed && log.silence().compareTo(INTERVAL) >= 0) {
            log.append(latest);
        }
    }

    /** Waits for a beat that is being written; none is written afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        pulse.cancel();
    }
}
