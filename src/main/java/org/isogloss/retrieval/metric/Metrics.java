package org.isogloss.retrieval.metric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;

/**
 * The metrics there are, and their names: trec_eval's ({@code ndcg_cut_10}) or those of papers
 * ({@code nDCG@10}), in any case.
 */
public final class Metrics {
    private static final Pattern NAME = Pattern.compile("(.+?)(?:[@_.](\\d{1,9}))?");

    private static final List<Family> FAMILIES =
            List.of(
                    new Family("map", "map_cut", Set.of("ap"), AveragePrecision::new),
                    new Family("ndcg", "ndcg_cut", Set.of(), Ndcg::new),
                    new Family(null, "recall", Set.of("r"), Recall::new),
                    new Family(
                            "recip_rank",
                            "recip_rank_cut",
                            Set.of("mrr", "rr"),
                            ReciprocalRank::new),
                    new Family(null, "P", Set.of("precision"), Precision::new),
                    new Family(null, "success", Set.of(), Success::new),
                    new Family("Rprec", null, Set.of("r-precision"), k -> new RPrecision()),
                    new Family(null, "judged", Set.of(), Judged::new));

    private Metrics() {}

    /**
     * Metrics that differ in their cutoff alone.
     *
     * @param whole the name without cutoff, null if it needs one
     * @param cut the name before a cutoff, null if it has none
     * @param others further names of both, in lower case
     * @param maker makes the metric of a cutoff, {@link Cutoff#NONE} without
     */
    private record Family(String whole, String cut, Set<String> others, IntFunction<Metric> maker) {

        boolean isCalled(String name) {
            return name.equalsIgnoreCase(whole)
                    || name.equalsIgnoreCase(cut)
                    || others.contains(name.toLowerCase(Locale.ROOT));
        }

        /** With a cutoff of null over the whole ranking; null if that is not what it can do. */
        Metric metric(String name, String cutoff) {
            if (cutoff == null) {
                return whole == null || name.equalsIgnoreCase(cut)
                        ? null
                        : maker.apply(Cutoff.NONE);
            }
            int k = Integer.parseInt(cutoff);
            return cut == null || k == 0 ? null : maker.apply(k);
        }

        Stream<String> names() {
            return Stream.concat(
                    Stream.ofNullable(whole), Stream.ofNullable(cut).map(name -> name + "_10"));
        }
    }

    /** One of every kind at the cutoffs in use, in the order they are printed. */
    public static List<Metric> all() {
        return Stream.of(
                        "map",
                        "map_cut_10",
                        "ndcg",
                        "ndcg_cut_10",
                        "recall_10",
                        "recall_100",
                        "recip_rank",
                        "recip_rank_cut_10",
                        "P_10",
                        "success_1",
                        "Rprec",
                        "judged_10")
                .map(Metrics::of)
                .toList();
    }

    /**
     * Those stored of every question in every pool, in the order they are written: what LAReQA
     * (mAP), MTEB (nDCG@10), MIRACL (nDCG@10, Recall@100) and MS MARCO (MRR) report.
     *
     * <p>Each needs the ranks of the relevant passages alone.
     */
    public static List<Metric> stored() {
        return Stream.of("map", "recall_1", "recall_10", "recall_100", "recip_rank", "ndcg_cut_10")
                .map(Metrics::of)
                .toList();
    }

    /**
     * The metric of a name.
     *
     * @throws BadInputException if there is none, or it lacks a cutoff, or has one too many
     */
    public static Metric of(String name) {
        Matcher parts = NAME.matcher(name.strip());
        if (parts.matches()) {
            for (Family family : FAMILIES) {
                if (family.isCalled(parts.group(1))) {
                    Metric metric = family.metric(parts.group(1), parts.group(2));
                    if (metric != null) {
                        return metric;
                    }
                }
            }
        }
        throw new BadInputException(
                "there is no metric '"
                        + name
                        + "'; name some of "
                        + FAMILIES.stream().flatMap(Family::names).collect(Collectors.joining(", "))
                        + ", or nDCG@10, R@100, MRR@10, with any cutoff from 1");
    }
}
