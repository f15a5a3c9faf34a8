package org.isogloss.cli;

import java.nio.file.Path;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.run.UserFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a corpus too large for memory is indexed, and from what size on it is. */
final class PoolOptions {
    @Option(
            names = "--index-from",
            paramLabel = "MIB",
            description =
                    "Index a corpus with at least so much text on disk instead of holding it in"
                            + " memory (default: ${DEFAULT-VALUE}); compressed files count three"
                            + " times their size.")
    int from = (int) PoolPlace.FROM.standard();

    @Option(
            names = "--index-in",
            paramLabel = "DIR",
            description =
                    "Where indexes are kept, as large as the text (default: isogloss/cache/pools in"
                            + " your home).")
    Path folder = UserFolder.own().pools();

    PoolPlace place(CommandSpec command, Cancellation stop) {
        return PoolPlace.in(folder, ConsoleProgress.of(command), stop).from(from);
    }
}
