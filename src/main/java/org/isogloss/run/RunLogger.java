package org.isogloss.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.isogloss.base.Progress;
import org.isogloss.batch.BatchKind;
import org.isogloss.training.StepReport;
import org.isogloss.training.TrainingListener;
import org.isogloss.training.ValidationReport;

/** Writes what happens in training to a run's event log, and shows how far it has come. */
final class RunLogger implements TrainingListener {
    private final EventLog log;
    private final Progress progress;
    private final int steps;
    private final long parameters;
    private final IntFunction<List<RunEvent>> probe;
    private final Supplier<Long> memory;

    /**
     * @param probe looks at the weights after a step
     * @param memory tells the bytes of the process now and then, else null
     */
    RunLogger(
            EventLog log,
            Progress progress,
            int steps,
            long parameters,
            IntFunction<List<RunEvent>> probe,
            Supplier<Long> memory) {
        this.log = log;
        this.progress = progress;
        this.steps = steps;
        this.parameters = parameters;
        this.probe = probe;
        this.memory = memory;
    }

    /** Says that training begins, or goes on, after a step. */
    void started(int fromStep) {
        log.append(new RunEvent.Started(fromStep, steps, parameters));
        progress.at(RunEvent.TRAINING, fromStep, steps);
    }

    @Override
    public void resumed(int step, Path folder) {
        started(step);
    }

    @Override
    public void step(StepReport report) {
        progress.at(RunEvent.TRAINING, report.step(), steps);
        log.append(
                new RunEvent.Step(
                        report.step(),
                        report.kinds().stream().map(BatchKind::id).collect(Collectors.joining("+")),
                        report.loss(),
                        report.learningRate(),
                        report.gradientNorm(),
                        report.tokensPerSecond(),
                        report.temperature(),
                        memory.get()));
    }

    @Override
    public void validated(ValidationReport report) {
        Map<String, Double> losses = new LinkedHashMap<>();
        report.losses().forEach((kind, loss) -> losses.put(kind.id(), loss));
        log.append(new RunEvent.Evaluated(report.step(), RunEvent.VALIDATION, losses));
    }

    @Override
    public void probed(int step) {
        probe.apply(step).forEach(log::append);
    }

    @Override
    public void checkpoint(int step, Path folder) {
        log.append(new RunEvent.Checkpointed(step));
    }

    @Override
    public void paused(int step, boolean waiting) {
        log.append(waiting ? new RunEvent.Paused(step) : new RunEvent.Resumed(step));
    }

    @Override
    public void warned(String message) {
        log.append(new RunEvent.Warned(message));
    }
}
