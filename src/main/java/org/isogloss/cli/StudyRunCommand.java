package org.isogloss.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.experiment.Study;
import org.isogloss.hub.ModelPlace;
import org.isogloss.run.RunShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs what is left of a study, each run in a process of its own. */
@Command(
        name = "run",
        description = {
            "Train and score every run of a study that is not finished, each in a process of"
                    + " its own.",
            "Started again, it goes on where it was broken off."
        },
        mixinStandardHelpOptions = true)
final class StudyRunCommand implements Callable<Integer> {
    private final ModelPlace place;
    private final Supplier<KnownDatasets> library;
    private final Cancellation stop;

    @Parameters(paramLabel = "FILE", description = "The study, as JSON.")
    Path file;

    @Option(
            names = "--runs",
            required = true,
            paramLabel = "DIR",
            description = "Where the runs' folders stand; made if missing.")
    Path runs;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "N",
            description = "Seeds to use instead of the study's, separated by commas.")
    List<Long> seeds = List.of();

    @Mixin StudyLaunch launch;

    StudyRunCommand(ModelPlace place, Supplier<KnownDatasets> library, Cancellation stop) {
        this.place = place;
        this.library = library;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        Study read = Study.read(file, place::ofAbsent);
        new MissingData(library.get()).refuse(read);
        Study study = seeds.isEmpty() ? read : read.withSeeds(seeds);
        return launch.work(study, new RunShelf(runs.toAbsolutePath().normalize()), stop);
    }
}
