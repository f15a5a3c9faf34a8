package org.isogloss.retrieval;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * In which order a run's documents stand: greater scores first, and equal ones by a rule that
 * programs do not share. The rank column of a run never matters.
 */
public enum TieRule {
    /**
     * Equal scores by document id, descending; scores are equal if they are as 32-bit numbers.
     * trec_eval 9: {@code float sim} in trec_format.h, {@code comp_sim_docno} in form_res_rels.c.
     */
    TREC("trec"),

    /** As {@link #TREC}, but scores are compared as 64-bit numbers, as in trec_eval 10. */
    TREC_10("trec-10"),

    /** Equal scores by document id, ascending, as Anserini writes its runs. */
    DOCID_ASCENDING("docid-ascending"),

    /** Equal scores in the order of the file. */
    INPUT_ORDER("input-order");

    private final String id;

    TieRule(String id) {
        this.id = id;
    }

    /** Its name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The rule of a name, if there is one. */
    public static Optional<TieRule> named(String name) {
        return Stream.of(values()).filter(rule -> rule.id.equals(name)).findAny();
    }

    /** The documents of a query, best first. */
    List<TrecFile.Entry> ranked(List<TrecFile.Entry> documents) {
        return documents.stream().sorted(order()).toList();
    }

    private Comparator<TrecFile.Entry> order() {
        Comparator<TrecFile.Entry> byId =
                Comparator.comparing(TrecFile.Entry::documentId, byBytes());
        return switch (this) {
            case TREC -> byScore(score -> (float) score).thenComparing(byId.reversed());
            case TREC_10 -> byScore(score -> score).thenComparing(byId.reversed());
            case DOCID_ASCENDING -> byScore(score -> score).thenComparing(byId);
            case INPUT_ORDER -> byScore(score -> score); // sorting keeps the order of equals
        };
    }

    /** Greater scores first; 0 and −0 are equal, as they are in C but not to a comparator. */
    private static Comparator<TrecFile.Entry> byScore(DoubleUnaryOperator precision) {
        return Comparator.comparingDouble(
                        (TrecFile.Entry entry) -> precision.applyAsDouble(entry.value()) + 0.0)
                .reversed();
    }

    /** Ids by their UTF-8 bytes, ascending, as strcmp compares them. */
    static Comparator<String> byBytes() {
        return Comparator.comparing(
                (String id) -> id.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
    }
}
