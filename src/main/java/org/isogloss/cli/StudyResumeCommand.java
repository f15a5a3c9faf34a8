package org.isogloss.cli;

import java.util.concurrent.Callable;
import org.isogloss.base.Cancellation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes on with a study that was started before. */
@Command(
        name = "resume",
        description = {
            "Go on with a study by the folder its runs stand in: train and score what is not"
                    + " finished, from the checkpoints there are.",
            "What failed is tried again; what is finished is left as it is."
        },
        mixinStandardHelpOptions = true)
final class StudyResumeCommand implements Callable<Integer> {
    private final Cancellation stop;

    @Mixin StudyPlace place;

    @Mixin StudyLaunch launch;

    StudyResumeCommand(Cancellation stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        return launch.work(place.study(), place.shelf(), stop);
    }
}
