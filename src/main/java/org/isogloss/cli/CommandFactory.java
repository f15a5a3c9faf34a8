package org.isogloss.cli;

import java.util.Map;
import java.util.function.Supplier;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.hub.HubSettings;
import org.isogloss.hub.ModelPlace;
import org.isogloss.run.UserFolder;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands; those that work long are given what asks them to stop, those that use models
 * where they are kept.
 *
 * @param stop asked between steps of the work
 * @param hub where models from the hub are kept
 * @param user where the user's data sets are remembered
 * @param library the data sets that are known, read when one is asked for
 */
record CommandFactory(
        Cancellation stop, HubSettings hub, UserFolder user, Supplier<KnownDatasets> library)
        implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        ModelPlace place = new ModelPlace(hub);
        Catalogue catalogue = new Catalogue(user.datasets(), user.pools());
        Map<Class<?>, Supplier<?>> makers =
                Map.ofEntries(
                        entry(
                                StudyRunCommand.class,
                                () -> new StudyRunCommand(place, library, stop)),
                        entry(StudyPlanCommand.class, () -> new StudyPlanCommand(place)),
                        entry(StudyResumeCommand.class, () -> new StudyResumeCommand(stop)),
                        entry(StudyStatusCommand.class, () -> new StudyStatusCommand(stop)),
                        entry(StudyBundleCommand.class, () -> new StudyBundleCommand(stop)),
                        entry(RunCommand.class, () -> new RunCommand(stop)),
                        entry(AgainCommand.class, () -> new AgainCommand(stop)),
                        entry(EvaluateCommand.class, () -> new EvaluateCommand(stop)),
                        entry(GeometryCommand.class, () -> new GeometryCommand(stop)),
                        entry(ErasureCommand.class, () -> new ErasureCommand(stop)),
                        entry(QueryCommand.class, () -> new QueryCommand(stop)),
                        entry(EncodePoolCommand.class, () -> new EncodePoolCommand(stop)),
                        entry(EncodeCommand.class, () -> new EncodeCommand(stop)),
                        entry(ModelOptions.class, () -> new ModelOptions(place)),
                        entry(ModelShowCommand.class, () -> new ModelShowCommand(place)),
                        entry(ModelGetCommand.class, () -> new ModelGetCommand(hub, stop)),
                        entry(ConvertCommand.class, () -> new ConvertCommand(stop)),
                        entry(
                                DataCommand.Inspect.class,
                                () -> new DataCommand.Inspect(library, catalogue, stop)),
                        entry(
                                DataFetchCommand.class,
                                () -> new DataFetchCommand(library, user, hub, stop)),
                        entry(DataLibraryCommand.class, () -> new DataLibraryCommand(library)),
                        entry(
                                DataCatalogueCommand.class,
                                () -> new DataCatalogueCommand(catalogue, library, stop)),
                        entry(OverlapCommand.class, () -> new OverlapCommand(stop)),
                        entry(RescoreCommand.class, () -> new RescoreCommand(stop)),
                        entry(BenchCommand.class, () -> new BenchCommand(stop)));
        Supplier<?> maker = makers.get(type);
        return maker == null ? CommandLine.defaultFactory().create(type) : type.cast(maker.get());
    }

    /** A command's class with its maker, so that the compiler knows that they belong together. */
    private static <K> Map.Entry<Class<?>, Supplier<?>> entry(Class<K> type, Supplier<K> maker) {
        return Map.entry(type, maker);
    }
}
