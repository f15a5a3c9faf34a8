package org.isogloss.run.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.run.ResidentMemory;

/**
 * Resident memory while a model trains on texts of changing lengths: it must stay flat once warm.
 *
 * @param marks memory at regular steps, in order
 */
public record MemoryTrace(List<Mark> marks) {
    /** Steps between two marks, unless there are too few steps for ten of them. */
    private static final int EVERY = 100;

    private static final int LEAST_MARKS = 10;

    /** The share of the steps that warms up allocators, caches and the Java heap: about 1,000. */
    private static final double WARM_UP = .5;

    private static final double NANOS = 1e9;

    /**
     * Memory after a step.
     *
     * @param mebibytes resident, in MiB
     * @param tokensPerSecond since the mark before, by the clock on the wall
     */
    public record Mark(int step, long mebibytes, double tokensPerSecond) {}

    public MemoryTrace {
        marks = List.copyOf(marks);
    }

    /**
     * Trains for some steps.
     *
     * @param seen hears of each mark as it is made
     * @throws BadInputException if this system does not tell resident memory
     */
    public static MemoryTrace of(Bench bench, int steps, Consumer<Mark> seen, Cancellation stop) {
        ResidentMemory memory = new ResidentMemory();
        if (memory.now().isEmpty()) {
            throw new BadInputException(
                    "this system does not tell a process's resident memory; measure it on Linux");
        }
        int every = Math.max(1, Math.min(EVERY, steps / LEAST_MARKS));
        List<Mark> marks = new ArrayList<>();
        bench.withSteps(
                BenchTexts.of(bench.batch()),
                (training, plan) -> {
                    long since = System.nanoTime();
                    double tokens = 0;
                    for (int step = 1; step <= steps; step++) {
                        stop.check();
                        tokens += training.next(plan);
                        if (step % every == 0) {
                            double rate = tokens * NANOS / (System.nanoTime() - since);
                            Mark mark = new Mark(step, memory.now().orElseThrow(), rate);
                            marks.add(mark);
                            seen.accept(mark);
                            since = System.nanoTime();
                            tokens = 0;
                        }
                    }
                });
        return new MemoryTrace(marks);
    }

    /** The last step of the warm-up. */
    public int warm() {
        return warmMark().step();
    }

    /** MiB by which memory is greater in the end than after the warm-up, or less if below 0. */
    public long growth() {
        return marks.get(marks.size() - 1).mebibytes() - warmMark().mebibytes();
    }

    private Mark warmMark() {
        return marks.get((int) Math.ceil(WARM_UP * marks.size()) - 1);
    }
}
