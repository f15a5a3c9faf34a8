package org.isogloss.cli;

import java.util.Map;
import java.util.function.Supplier;
import org.isogloss.base.Cancellation;
import org.isogloss.hub.HubSettings;
import org.isogloss.hub.ModelPlace;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands; those that work long are given what asks them to stop, those that use models
 * where they are kept.
 *
 * @param stop asked between steps of the work
 * @param hub where models from the hub are kept
 */
record CommandFactory(Cancellation stop, HubSettings hub) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        ModelPlace place = new ModelPlace(hub);
        Map<Class<?>, Supplier<?>> makers =
                Map.ofEntries(
                        entry(
                                StudyCommand.RunAll.class,
                                () -> new StudyCommand.RunAll(place, stop)),
                        entry(RunCommand.class, () -> new RunCommand(stop)),
                        entry(EvaluateCommand.class, () -> new EvaluateCommand(stop)),
                        entry(EncodeCommand.class, () -> new EncodeCommand(stop)),
                        entry(ModelOptions.class, () -> new ModelOptions(place)),
                        entry(ModelShowCommand.class, () -> new ModelShowCommand(place)),
                        entry(ModelGetCommand.class, () -> new ModelGetCommand(hub, stop)),
                        entry(OverlapCommand.class, () -> new OverlapCommand(stop)),
                        entry(BenchCommand.class, () -> new BenchCommand(stop)));
        Supplier<?> maker = makers.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }

    /** A command's class with its maker, so that the compiler knows that they belong together. */
    private static <K> Map.Entry<Class<?>, Supplier<?>> entry(Class<K> type, Supplier<K> maker) {
        return Map.entry(type, maker);
    }
}
