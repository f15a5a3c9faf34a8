package org.isogloss.ui.runs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.figure.Provenance;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.words.Words;

/**
 * What runs are called beside each other: by their strategies, and by what else tells them apart as
 * long as they are few; runs of one name share an entry of a legend.
 */
final class RunNames {
    private static final int MOST_TOLD_APART = 6;
    private static final Words WORDS = Words.of(RunNames.class);

    private final List<RunRow> runs;
    private final boolean strategies;
    private final boolean backbones;
    private final boolean studies;

    RunNames(List<RunRow> runs) {
        this.runs = List.copyOf(runs);
        strategies =
                runs.size() > MOST_TOLD_APART
                        || count(runs.stream().map(RunNames::strategy).toList()) == runs.size();
        backbones = count(runs.stream().map(run -> run.spec().backbone().name()).toList()) > 1;
        studies = count(runs.stream().map(run -> run.spec().study()).toList()) > 1;
    }

    /** A run's name in legends. */
    String of(RunRow run) {
        if (strategies) {
            return strategy(run);
        }
        String name = WORDS.text("name.seed", strategy(run), Long.toString(run.spec().seed()));
        String model = backbones ? name + ", " + run.spec().backbone().name() : name;
        return studies ? model + ", " + run.spec().study() : model;
    }

    /**
     * Where the numbers of the runs' figures come from.
     *
     * @param protocol what was measured; empty for the runs' own log
     */
    Provenance provenance(String protocol) {
        if (runs.isEmpty()) {
            return Provenance.UNKNOWN;
        }
        Set<String> of = runs.stream().map(run -> run.spec().study()).collect(Collectors.toSet());
        String study = of.size() == 1 ? of.iterator().next() : WORDS.text("studies", of.size());
        String count = WORDS.text("runs", runs.size());
        List<String> seeds =
                runs.stream()
                        .map(run -> run.spec().seed())
                        .distinct()
                        .sorted()
                        .map(seed -> Long.toString(seed))
                        .toList();
        return new Provenance(
                study,
                protocol.isEmpty() ? count : protocol + ", " + count,
                0,
                0,
                WORDS.text("seeds", seeds.size(), String.join(", ", seeds)),
                "");
    }

    private static String strategy(RunRow run) {
        return StrategyScores.style(run.spec().strategy()).name();
    }

    private static int count(List<String> names) {
        return new HashSet<>(names).size();
    }
}
