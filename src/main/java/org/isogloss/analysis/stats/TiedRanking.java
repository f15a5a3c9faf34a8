package org.isogloss.analysis.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Several settings in the order of one quantity, with those that the test cannot tell apart tied.
 *
 * @param quantity what they are ordered by
 * @param rows the settings, best first (highest first where neither way is better)
 * @param pairs every two settings compared; A is the one named first
 */
public record TiedRanking(String quantity, List<Row> rows, List<Pair> pairs) {
    public TiedRanking {
        rows = List.copyOf(rows);
        pairs = List.copyOf(pairs);
    }

    /**
     * A setting in the order.
     *
     * @param name its name
     * @param value its quantity
     * @param letters its tied groups; two settings share a letter exactly if they are tied
     * @param best true if it is told apart from every other and better: what may be set in bold
     */
    public record Row(String name, SideValue value, String letters, boolean best) {}

    /**
     * Two settings compared, corrected by Holm for all pairs of this quantity.
     *
     * @param a the first's name
     * @param b the second's name
     * @param comparison how they differ
     */
    public record Pair(String a, String b, Comparison comparison) {}

    /**
     * Ranks settings by a quantity.
     *
     * @param sides each setting's runs by its name
     * @throws org.isogloss.base.BadInputException if the runs did not answer the same questions
     */
    public static TiedRanking of(
            Map<String, List<RunScores>> sides, Quantity quantity, TestSettings settings) {
        PairedComparison test = new PairedComparison(settings);
        List<Row> unmarked = new ArrayList<>();
        sides.forEach(
                (name, runs) -> {
                    SideValue value = test.values(runs, List.of(quantity)).get(quantity);
                    unmarked.add(new Row(name, value, "", false));
                });
        Comparator<Row> order = Comparator.comparingDouble(row -> row.value().estimate());
        boolean lower = Direction.of(quantity.metric()) == Direction.LOWER;
        unmarked.sort(lower ? order : order.reversed());
        List<Pair> pairs = pairs(unmarked, sides, quantity, test);
        return new TiedRanking(quantity.toString(), marked(unmarked, pairs, quantity), pairs);
    }

    private static List<Pair> pairs(
            List<Row> rows,
            Map<String, List<RunScores>> sides,
            Quantity quantity,
            PairedComparison test) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                String a = rows.get(i).name();
                String b = rows.get(j).name();
                pairs.add(
                        new Pair(
                                a,
                                b,
                                test.of(sides.get(a), sides.get(b), List.of(quantity)).get(0)));
            }
        }
        double[] holm =
                Holm.adjusted(pairs.stream().mapToDouble(pair -> pair.comparison().p()).toArray());
        for (int i = 0; i < holm.length; i++) {
            Pair pair = pairs.get(i);
            pairs.set(
                    i,
                    new Pair(
                            pair.a(),
                            pair.b(),
                            pair.comparison().corrected(holm[i], test.settings().alpha())));
        }
        return pairs;
    }

    private static List<Row> marked(List<Row> rows, List<Pair> pairs, Quantity quantity) {
        boolean[][] apart = new boolean[rows.size()][rows.size()];
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                boolean told = pairs.get(next++).comparison().verdict() != Verdict.TIE;
                apart[i][j] = told;
                apart[j][i] = told;
            }
        }
        List<String> letters = TiedGroups.letters(apart);
        boolean ordered = Direction.of(quantity.metric()) != Direction.NEITHER;
        List<Row> marked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean best = ordered && i == 0 && rows.size() > 1;
            for (int j = 1; j < rows.size(); j++) {
                best &= apart[0][j];
            }
            marked.add(new Row(row.name(), row.value(), letters.get(i), best));
        }
        return marked;
    }
}
