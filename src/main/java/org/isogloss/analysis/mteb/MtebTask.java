package org.isogloss.analysis.mteb;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.LanguageCodes;

/**
 * A retrieval task of MTEB, by its metadata.
 *
 * <p>A subset of two languages is called after both, and tasks do not agree on whose comes first:
 * MLQARetrieval's {@code ara-deu} is German questions over Arabic passages,
 * CrossLingualSemanticDiscriminationWMT19's {@code deu-fra} German questions over French ones.
 *
 * @param name its {@code task_name}
 * @param dataset the data set on the Hugging Face hub
 * @param revision the data set's revision
 * @param splits the splits that are scored
 * @param mainScore the key of the number that stands for a subset, such as {@code ndcg_at_10}
 * @param order whose language a subset names first
 * @param pairs which pairs of the languages are subsets
 * @param passages whether subsets with passages in one language search the same ones
 * @param note what MTEB does that cannot be told from results, in a sentence; empty if nothing
 * @param languages each language by its code in subsets' names, as MTEB writes it: {@code ara-Arab}
 * @param more further pairs of codes, in the order of the name
 */
public record MtebTask(
        String name,
        String dataset,
        String revision,
        List<String> splits,
        String mainScore,
        Order order,
        Pairs pairs,
        Passages passages,
        String note,
        Map<String, String> languages,
        List<List<String>> more) {
    private static final String ENGLISH = "eng-Latn";

    /** Whose language a subset names first. */
    public enum Order {
        /** The passages': {@code ara-deu} is German questions over Arabic passages. */
        @JsonProperty("corpus-first")
        CORPUS_FIRST,
        /** The questions': {@code deu-fra} is German questions over French passages. */
        @JsonProperty("query-first")
        QUERY_FIRST
    }

    /** Which pairs of a task's languages are subsets. */
    public enum Pairs {
        /** Every ordered pair, those of one language too. */
        @JsonProperty("all")
        ALL,
        /** Each language with itself; the subset is called by one code. */
        @JsonProperty("same")
        SAME,
        /** Every ordered pair of two languages. */
        @JsonProperty("different")
        DIFFERENT,
        /** Each other language with itself, from English and into English. */
        @JsonProperty("english")
        ENGLISH
    }

    /** Which passages a subset searches. */
    public enum Passages {
        /** All that the task has in their language. */
        @JsonProperty("shared")
        SHARED,
        /** Its own: those of another subset in the same language are not among them. */
        @JsonProperty("own")
        OWN
    }

    public MtebTask {
        splits = List.copyOf(splits);
        languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
        more = more.stream().map(List::copyOf).toList();
    }

    /** The subsets there are, in the order of the languages. */
    public List<MtebSubset> subsets() {
        List<MtebSubset> subsets = new ArrayList<>();
        for (String first : languages.keySet()) {
            for (String second : languages.keySet()) {
                if (isPair(first, second)) {
                    subsets.add(subset(first, second));
                }
            }
        }
        more.forEach(pair -> subsets.add(subset(pair.get(0), pair.get(1))));
        return subsets;
    }

    /**
     * The split meant.
     *
     * @param asked its name; null for the only one
     * @throws BadInputException if there is none of that name, or several and none is named
     */
    public String split(String asked) {
        if (asked == null ? splits.size() == 1 : splits.contains(asked)) {
            return asked == null ? splits.get(0) : asked;
        }
        throw new BadInputException(
                "%s is scored on the splits %s; name the one these results are of with --split"
                        .formatted(name, String.join(", ", splits)));
    }

    private boolean isPair(String first, String second) {
        boolean same = first.equals(second);
        return switch (pairs) {
            case ALL -> true;
            case SAME -> same;
            case DIFFERENT -> !same;
            case ENGLISH -> same != (isEnglish(first) || isEnglish(second));
        };
    }

    private boolean isEnglish(String code) {
        return ENGLISH.equals(languages.get(code));
    }

    private MtebSubset subset(String first, String second) {
        Lang one = lang(languages.get(first));
        Lang two = lang(languages.get(second));
        boolean corpusFirst = order == Order.CORPUS_FIRST;
        return new MtebSubset(
                pairs == Pairs.SAME ? first : first + "-" + second,
                corpusFirst ? two : one,
                corpusFirst ? one : two,
                pairs == Pairs.SAME
                        ? List.of(languages.get(first))
                        : List.of(languages.get(first), languages.get(second)));
    }

    /** The language that MTEB writes so: {@code cmn-Hans} is {@code zh}. */
    static Lang lang(String written) {
        return LanguageCodes.ofCode(written)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + written + "' is no language"));
    }
}
