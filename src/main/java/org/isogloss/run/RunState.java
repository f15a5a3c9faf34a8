package org.isogloss.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the events so far add up to; never stored, always folded anew.
 *
 * @param phase where the run stands
 * @param step the last training step
 * @param steps the training steps in all, 0 before the start
 * @param parameters the model's parameters, 0 before the start
 * @param loss an exponential moving average of the training loss (decay 0.95), NaN before the first
 *     step
 * @param tokensPerSecond an average of the same kind
 * @param activity what goes on besides training steps, or empty
 * @param message the last warning or error, or empty
 * @param evaluations the last measures by what they were taken on
 * @param firstStep the step the present process started from
 * @param started when the present process started to train, or null; moved along where a clock was
 *     set, so that the time to {@code last} is what training took
 * @param last when the last event was written, or null
 */
public record RunState(
        RunPhase phase,
        int step,
        int steps,
        long parameters,
        double loss,
        double tokensPerSecond,
        String activity,
        String message,
        Map<String, Map<String, Double>> evaluations,
        int firstStep,
        Instant started,
        Instant last) {
    private static final double DECAY = 0.95;
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** Before any event. */
    public static final RunState NONE =
            new RunState(
                    RunPhase.WAITING,
                    0,
                    0,
                    0,
                    Double.NaN,
                    Double.NaN,
                    "",
                    "",
                    Map.of(),
                    0,
                    null,
                    null);

    public RunState {
        evaluations = Collections.unmodifiableMap(new LinkedHashMap<>(evaluations));
    }

    /** The state after one more event. */
    public RunState after(LoggedEvent logged) {
        RunEvent event = logged.event();
        Fold next = new Fold(this, logged.at());
        next.leaveOutJumps();
        if (event instanceof RunEvent.Created) {
            next.phase = RunPhase.WAITING;
        } else if (event instanceof RunEvent.Launched) {
            next.phase = RunPhase.STARTING;
            next.message = "";
        } else if (event instanceof RunEvent.Queued queued) {
            next.end(RunPhase.WAITING, queued.message());
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            next.end(RunPhase.WAITING, interrupted(interrupted.step()));
        } else if (event instanceof RunEvent.Started started) {
            next.start(started);
        } else if (event instanceof RunEvent.Step done) {
            next.step(done);
        } else if (event instanceof RunEvent.Progressed progressed) {
            next.progress(progressed);
        } else if (event instanceof RunEvent.Evaluated evaluated) {
            next.evaluations = new LinkedHashMap<>(evaluations);
            next.evaluations.put(evaluated.on(), evaluated.values());
        } else if (event instanceof RunEvent.Warned warned) {
            next.message = warned.message();
        } else if (event instanceof RunEvent.Paused) {
            next.phase = RunPhase.PAUSED;
        } else if (event instanceof RunEvent.Resumed) {
            next.goOn();
        } else if (event instanceof RunEvent.Reached) {
            next.end(RunPhase.WAITING, "");
        } else if (event instanceof RunEvent.Dropped dropped) {
            next.end(RunPhase.DROPPED, dropped.message());
        } else if (event instanceof RunEvent.Cancelled) {
            next.end(RunPhase.CANCELLED, "");
        } else if (event instanceof RunEvent.Failed failed) {
            next.end(RunPhase.FAILED, failed.message());
        } else if (event instanceof RunEvent.Finished) {
            next.end(RunPhase.FINISHED, message);
        }
        return next.state();
    }

    private static String interrupted(int step) {
        return "Interrupted by the system after step "
                + step
                + "; started again, it goes on from there.";
    }

    /**
     * The state as it looks from outside: a run without a process has died, one whose process has
     * been silent for too long is lost.
     *
     * @param alive whether a process works on the run
     * @param silence how long it has been silent; negative if its last event is later than now, as
     *     where a clock was set back: a process that is there is then not lost
     * @param allowed how long one that is there may be silent. A process that was just launched is
     *     given a minute to be there
     */
    RunState seen(boolean alive, Duration silence, Duration allowed) {
        if (phase == RunPhase.WAITING || phase.ended()) {
            return this;
        }
        if (alive) {
            return silence.compareTo(allowed) > 0 ? looking(RunPhase.LOST, lostFor(silence)) : this;
        }
        return begun() || silence.abs().compareTo(GRACE) > 0
                ? looking(RunPhase.DIED, "The process ended without a word at step " + step + ".")
                : this;
    }

    /** True if a process has begun to work on the run and, as far as it wrote, still does. */
    boolean begun() {
        return phase == RunPhase.RUNNING
                || phase == RunPhase.PAUSED
                || (phase == RunPhase.STARTING && !activity.isEmpty());
    }

    private static String lostFor(Duration silence) {
        return "The process is there but has written nothing for "
                + silence.toSeconds()
                + " s; is it suspended, or the disk out of reach?";
    }

    private RunState looking(RunPhase as, String why) {
        Fold look = new Fold(this, last);
        look.end(as, why);
        return look.state();
    }

    /** How much of the training is done, from 0 to 1. */
    public double progress() {
        if (phase == RunPhase.FINISHED) {
            return 1;
        }
        return steps == 0 ? 0 : Math.min(1, (double) step / steps);
    }

    /** The time training will still take at the pace of this process so far, if it trains. */
    public Optional<Duration> remaining() {
        int done = step - firstStep;
        if (phase != RunPhase.RUNNING || started == null || done < 1 || step >= steps) {
            return Optional.empty();
        }
        double seconds = Duration.between(started, last).toMillis() / 1000.0 / done;
        return Optional.of(Duration.ofMillis(Math.round(1000 * seconds * (steps - step))));
    }

    /** The next state while it is being made. */
    private static final class Fold {
        private final RunState before;
        private final Instant at;
        private RunPhase phase;
        private int step;
        private int steps;
        private long parameters;
        private double loss;
        private double tokensPerSecond;
        private String activity = "";
        private String message;
        private Map<String, Map<String, Double>> evaluations;
        private int firstStep;
        private Instant started;

        Fold(RunState before, Instant at) {
            this.before = before;
            this.at = at;
            phase = before.phase;
            step = before.step;
            steps = before.steps;
            parameters = before.parameters;
            loss = before.loss;
            tokensPerSecond = before.tokensPerSecond;
            message = before.message;
            evaluations = before.evaluations;
            firstStep = before.firstStep;
            started = before.started;
        }

        /**
         * A run at work is never silent for long: a clock was set or the machine slept, which says
         * nothing about its pace.
         */
        void leaveOutJumps() {
            if (started != null) {
                Duration gap = Duration.between(before.last, at);
                if (gap.isNegative() || gap.compareTo(RunWatch.SILENCE) > 0) {
                    started = started.plus(gap);
                }
            }
        }

        void start(RunEvent.Started event) {
            phase = RunPhase.RUNNING;
            step = event.fromStep();
            firstStep = event.fromStep();
            steps = event.steps();
            parameters = event.parameters();
            started = at;
        }

        /** A run that was over, or never launched, and works again has been started by hand. */
        void progress(RunEvent.Progressed event) {
            activity = event.what();
            if (phase == RunPhase.WAITING || phase.ended()) {
                phase = RunPhase.STARTING;
                message = "";
            }
        }

        /** The pace is counted anew after a pause. */
        void goOn() {
            phase = RunPhase.RUNNING;
            firstStep = step;
            started = at;
        }

        void step(RunEvent.Step event) {
            phase = RunPhase.RUNNING;
            step = event.step();
            loss = average(before.loss, event.loss());
            tokensPerSecond = average(before.tokensPerSecond, event.tokensPerSecond());
        }

        void end(RunPhase how, String why) {
            phase = how;
            message = why;
        }

        RunState state() {
            return new RunState(
                    phase,
                    step,
                    steps,
                    parameters,
                    loss,
                    tokensPerSecond,
                    activity,
                    message,
                    evaluations,
                    firstStep,
                    started,
                    at);
        }

        private static double average(double sofar, double value) {
            return Double.isNaN(sofar) ? value : DECAY * sofar + (1 - DECAY) * value;
        }
    }
}
