package org.isogloss.analysis.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several settings ranked on one collection, ties as ties, as written in JSON.
 *
 * @param format {@link #FORMAT}; a change of keys or of their meaning raises its number
 * @param collection the collection's name
 * @param questions how many questions there are in all languages
 * @param clusters how many question ids they share
 * @param sides the settings
 * @param settings how intervals and tests are made
 * @param notes what must be known to read the numbers, in sentences
 * @param rankings a ranking for each quantity, each corrected for its own pairs
 */
public record RankingReport(
        String format,
        String collection,
        int questions,
        int clusters,
        List<Side> sides,
        TestSettings settings,
        List<String> notes,
        List<TiedRanking> rankings) {
    /** The format's name and version. */
    public static final String FORMAT = "isogloss-ranking-1";

    public RankingReport {
        sides = List.copyOf(sides);
        notes = List.copyOf(notes);
        rankings = List.copyOf(rankings);
    }

    /**
     * Ranks settings.
     *
     * @param scores the scores of each side's runs, in the order of the sides
     * @param metrics by whose macro means they are ranked
     * @throws org.isogloss.base.BadInputException if the runs did not answer the same questions
     */
    public static RankingReport of(
            String collection,
            List<Side> sides,
            List<List<RunScores>> scores,
            List<String> metrics,
            TestSettings settings) {
        Map<String, List<RunScores>> byName = new LinkedHashMap<>();
        for (int i = 0; i < sides.size(); i++) {
            byName.put(sides.get(i).name(), scores.get(i));
        }
        RunScores first = scores.get(0).get(0);
        List<TiedRanking> rankings = new ArrayList<>();
        for (String metric : metrics) {
            for (Quantity quantity : Quantity.macros(first, metric)) {
                rankings.add(TiedRanking.of(byName, quantity, settings));
            }
        }
        List<String> single =
                sides.stream().filter(s -> s.runs().size() == 1).map(Side::name).toList();
        Set<String> notes = new LinkedHashSet<>();
        if (!single.isEmpty()) {
            notes.add(
                    "one run only of "
                            + String.join(", ", single)
                            + ": how much its numbers vary with the seed is not known and not"
                            + " counted");
        }
        for (TiedRanking ranking : rankings) {
            settings.tooFew(ranking.pairs().stream().map(TiedRanking.Pair::comparison).toList())
                    .ifPresent(notes::add);
        }
        return new RankingReport(
                FORMAT,
                collection,
                first.questions().size(),
                first.clusters().size(),
                sides,
                settings,
                List.copyOf(notes),
                rankings);
    }
}
