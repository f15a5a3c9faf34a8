package org.isogloss.cli;

import java.util.Map;
import java.util.function.Supplier;
import org.isogloss.base.Cancellation;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands; those that work long are given what asks them to stop.
 *
 * @param stop asked between steps of the work
 */
record CommandFactory(Cancellation stop) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        Map<Class<?>, Supplier<?>> stoppable =
                Map.of(
                        StudyCommand.RunAll.class, () -> new StudyCommand.RunAll(stop),
                        RunCommand.class, () -> new RunCommand(stop),
                        EvaluateCommand.class, () -> new EvaluateCommand(stop),
                        EncodeCommand.class, () -> new EncodeCommand(stop),
                        OverlapCommand.class, () -> new OverlapCommand(stop));
        Supplier<?> maker = stoppable.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }
}
