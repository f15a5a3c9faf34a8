package org.isogloss.corpus.format;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.pool.IndexBench;
import org.isogloss.corpus.statistics.DatasetStatistics;

/**
 * Measures how a large tree of {@link PublishedTrees} is read: {@code FOLDER CACHE}, by hand with
 * {@code -Xmx1g}. It is read twice, first without an index and then with it.
 */
final class PublishedLoad {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private PublishedLoad() {}

    public static void main(String[] args) {
        PoolPlace place = PoolPlace.in(Path.of(args[1]), Progress.NONE, Cancellation.NEVER);
        for (String what : new String[] {"indexed", "opened again"}) {
            long wall = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            Dataset dataset = DatasetFormats.read(Path.of(args[0]), ReadOptions.NONE, place);
            double work = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
            double seconds = (System.nanoTime() - wall) / 1e9;
            int passages = dataset.collection().passages().size();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %s, %,d questions, %,d passages, %,d items, %d kinds left out, in %.1f s,"
                            + " %.1f CPU s: %,.0f lines/CPU s; %s; heap limit %,d MiB%n",
                    what,
                    dataset.format(),
                    dataset.collection().questions().size(),
                    passages,
                    dataset.items().items().size(),
                    dataset.report().entries().size(),
                    seconds,
                    work,
                    passages / work,
                    IndexBench.memory(),
                    Runtime.getRuntime().maxMemory() >> 20);
            long told = System.nanoTime();
            DatasetStatistics statistics = DatasetStatistics.of(dataset.collection());
            System.out.printf(
                    Locale.ROOT,
                    "statistics of %,d of them in %.1f s%n",
                    statistics.languages().get(0).passages().lookedAt(),
                    (System.nanoTime() - told) / 1e9);
        }
    }
}
