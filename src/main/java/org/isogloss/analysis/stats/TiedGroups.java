package org.isogloss.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Letters for things that a test cannot tell apart: two share a letter exactly if they are tied.
 *
 * <p>The insert-and-absorb algorithm (H.-P. Piepho, An algorithm for a letter-based representation
 * of all-pairwise comparisons, Journal of Computational and Graphical Statistics 13, 2004).
 */
public final class TiedGroups {
    private TiedGroups() {}

    /**
     * The letters of each of n things, those of the first thing first: {@code a}, {@code ab}.
     *
     * @param apart {@code [n][n]}, symmetric: true where the test tells two apart
     */
    public static List<String> letters(boolean[][] apart) {
        List<Set<Integer>> groups = groups(apart);
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < apart.length; i++) {
            StringBuilder its = new StringBuilder();
            for (int g = 0; g < groups.size(); g++) {
                if (groups.get(g).contains(i)) {
                    its.append(letter(g));
                }
            }
            letters.add(its.toString());
        }
        return letters;
    }

    /** The largest sets in which all are tied, by their first members. */
    private static List<Set<Integer>> groups(boolean[][] apart) {
        Set<Integer> everything = new TreeSet<>();
        for (int i = 0; i < apart.length; i++) {
            everything.add(i);
        }
        List<Set<Integer>> groups = new ArrayList<>(List.of(everything));
        for (int i = 0; i < apart.length; i++) {
            for (int j = i + 1; j < apart.length; j++) {
                if (apart[i][j]) {
                    groups = absorbed(split(groups, i, j));
                }
            }
        }
        groups.sort(TiedGroups::compare);
        return groups;
    }

    private static List<Set<Integer>> split(List<Set<Integer>> groups, int i, int j) {
        List<Set<Integer>> split = new ArrayList<>();
        for (Set<Integer> group : groups) {
            if (group.contains(i) && group.contains(j)) {
                split.add(without(group, i));
                split.add(without(group, j));
            } else {
                split.add(group);
            }
        }
        return split;
    }

    private static Set<Integer> without(Set<Integer> group, int one) {
        Set<Integer> rest = new TreeSet<>(group);
        rest.remove(one);
        return rest;
    }

    /** Without groups that lie in another. */
    private static List<Set<Integer>> absorbed(List<Set<Integer>> groups) {
        List<Set<Integer>> distinct = new ArrayList<>(new HashSet<>(groups));
        return new ArrayList<>(
                distinct.stream()
                        .filter(
                                group ->
                                        distinct.stream()
                                                .noneMatch(
                                                        other ->
                                                                !other.equals(group)
                                                                        && other.containsAll(
                                                                                group)))
                        .toList());
    }

    private static int compare(Set<Integer> one, Set<Integer> other) {
        return Arrays.compare(
                one.stream().mapToInt(Integer::intValue).toArray(),
                other.stream().mapToInt(Integer::intValue).toArray());
    }

    /** a to z, then a1 to z1 and so on. */
    private static String letter(int group) {
        return (char) ('a' + group % 26) + (group < 26 ? "" : Integer.toString(group / 26));
    }
}
