package org.isogloss.corpus.overlap;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;

/**
 * What some training sets and some evaluation sets have in common: plain data, the same for the
 * same texts in the same order, written as JSON with these names.
 *
 * <pre>{@code
 * {"threshold": 0.6,
 *  "verdicts": [{"evaluation": "xquad-r", "outcome": "overlap", "questions": 37, …, "sentence": "overlap: 37 of …"}],
 *  "pairs": [{"training": "squad", "evaluation": "xquad-r",
 *             "counts": [{"kind": "near", "side": "question", "trainingSide": "question", "lang": "th", "texts": 12}, …],
 *             "examples": [{"kind": "near", "training": {"id": …, "text": …}, "evaluation": {…}, "similarity": 0.83}, …],
 *             "overlapping": ["56be4db0…", …]}, …]}
 * }</pre>
 *
 * <p>In Python: {@code pandas.DataFrame(pair["counts"])}.
 *
 * @param threshold the similarity from which texts were held to be near copies
 * @param verdicts one for each evaluation set, over all training sets together
 * @param pairs the first training set with each evaluation set, then the second, and so on
 */
public record OverlapReport(
        double threshold, List<OverlapVerdict> verdicts, List<PairOverlap> pairs) {
    public OverlapReport {
        verdicts = List.copyOf(verdicts);
        pairs = List.copyOf(pairs);
    }

    /**
     * The verdict on one evaluation set.
     *
     * @throws BadInputException if it was not among those checked
     */
    public OverlapVerdict verdict(String evaluation) {
        return verdicts.stream()
                .filter(verdict -> verdict.evaluation().equals(evaluation))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "no verdict on '" + evaluation + "': it was not checked"));
    }

    /**
     * The ids of the items that hold texts of any evaluation set.
     *
     * @param training the training set by its place, from 0: two may have one name
     */
    public Set<String> overlapping(int training) {
        return pairs.subList(training * verdicts.size(), (training + 1) * verdicts.size()).stream()
                .flatMap(pair -> pair.overlapping().stream())
                .collect(Collectors.toSet());
    }
}
