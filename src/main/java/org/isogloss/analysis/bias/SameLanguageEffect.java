package org.isogloss.analysis.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;

/** What being in the question's language does to a right answer's rank, all else equal. */
final class SameLanguageEffect implements BiasMeasure {
    @Override
    public String id() {
        return "same_language_effect";
    }

    @Override
    public String name() {
        return "Same-language effect on rank";
    }

    @Override
    public String unit() {
        return "ln rank";
    }

    @Override
    public Direction direction() {
        return Direction.ZERO;
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                "What is left of the logarithm of a relevant passage's rank in the multilingual"
                        + " pool if it is in the question's language, once the question, its"
                        + " language and the passage's language have had their effects: exp of it"
                        + " is the factor on the rank.",
                "ln rank(q, r) = m + a[lang(q)] + b[lang(r)] + c * [lang(q) = lang(r)] +"
                        + " d[question] + e, least squares with sum a = sum b = sum d = 0; the"
                        + " measure is c",
                Explanation.OURS,
                "Any number; below 0 the own language is favoured (-.69 halves the rank), 0 is an"
                        + " even hand.",
                "One number for all languages: a model may favour one of them and slight another."
                        + " The best rank is 1, so that a model that finds everything has little"
                        + " room to favour anything.");
    }

    @Override
    public BiasResult of(RankTable table, BiasOptions options) {
        RankDecomposition parts = new RankDecomposition(table);
        if (!parts.canBeTold()) {
            return BiasResult.none(
                    "No number: the effects cannot be told from each other; that takes questions"
                            + " asked in two languages or more, with answers in two or more, one of"
                            + " them their own.");
        }
        List<Estimate> estimates =
                new ClusterBootstrap(table.clusters(), options).estimates(parts::fit);
        List<Effect> effects = new ArrayList<>();
        int next = 0;
        effects.add(new Effect("mean", "", estimates.get(next++)));
        for (Lang lang : parts.questionLanguages()) {
            effects.add(new Effect("question language", lang.tag(), estimates.get(next++)));
        }
        for (Lang lang : parts.answerLanguages()) {
            effects.add(new Effect("answer language", lang.tag(), estimates.get(next++)));
        }
        Estimate same = estimates.get(next++);
        effects.add(new Effect("same language", "", same));
        effects.add(new Effect("standard deviation of questions", "", estimates.get(next++)));
        effects.add(new Effect("standard deviation of the rest", "", estimates.get(next)));
        return new BiasResult(same, Map.of(), List.of(), List.of(), effects, List.of());
    }
}
