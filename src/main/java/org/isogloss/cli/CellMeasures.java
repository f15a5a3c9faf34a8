package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import org.isogloss.report.CellMeasure;
import org.isogloss.report.CellMeasure.Pool;
import picocli.CommandLine.Option;

/** Which measures a study's heatmaps are of. */
final class CellMeasures {
    private static final String ALL = "all";

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "NAME",
            description =
                    "What heatmaps are of: mAP, R@1, R@10, R@100, MRR or nDCG@10, several separated"
                            + " by commas, or all (default: ${DEFAULT-VALUE}).")
    List<String> metrics = List.of("mAP");

    @Option(
            names = "--pool",
            split = ",",
            paramLabel = "WHICH",
            description =
                    "What questions are searched in: answer_language, a cell for each pair of"
                            + " languages, or all_languages together (default: both).")
    List<Pool> pools = List.of(Pool.values());

    /** Every metric in every pool, in the order that they were named, none twice. */
    List<CellMeasure> chosen() {
        List<String> names = metrics.contains(ALL) ? CellMeasure.metrics() : metrics;
        List<CellMeasure> chosen = new ArrayList<>();
        for (String name : names) {
            for (Pool pool : pools) {
                chosen.add(CellMeasure.of(name, pool));
            }
        }
        return chosen.stream().distinct().toList();
    }
}
