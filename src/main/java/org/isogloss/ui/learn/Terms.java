package org.isogloss.ui.learn;

import java.util.List;
import java.util.Optional;
import org.isogloss.analysis.bias.BiasMeasures;
import org.isogloss.analysis.bias.Explanation;
import org.isogloss.ui.words.Words;

/**
 * The glossary. A bias measure is explained in the very words that stand beside its numbers, so
 * that the two cannot disagree.
 */
final class Terms {
    private static final Words WORDS = Words.of(Terms.class);

    private Terms() {}

    /** Every term, what training needs first, then retrieval, bias and statistics. */
    static List<Term> all() {
        return List.of(
                term(
                        WORDS.text("monolingualBatch"),
                        WORDS.text("monolingualBatch.meaning"),
                        "",
                        "arXiv 2408.10536; Roy et al. 2020 (LAReQA), arXiv 2004.05484"),
                term(
                        WORDS.text("crossLingualBatch"),
                        WORDS.text("crossLingualBatch.meaning"),
                        "",
                        "arXiv 2408.10536"),
                term(
                        WORDS.text("hybridBatch"),
                        WORDS.text("hybridBatch.meaning"),
                        "P(batch is monolingual) = α",
                        "arXiv 2408.10536"),
                term(
                        WORDS.text("mixedBatch"),
                        WORDS.text("mixedBatch.meaning"),
                        "",
                        "Roy et al. 2020 (LAReQA), arXiv 2004.05484"),
                term(
                        WORDS.text("alpha"),
                        WORDS.text("alpha.meaning"),
                        "0 ≤ α ≤ 1",
                        "arXiv 2408.10536"),
                term(
                        WORDS.text("inBatchNegatives"),
                        WORDS.text("inBatchNegatives.meaning"),
                        "",
                        "Karpukhin et al. 2020 (DPR), arXiv 2004.04906"),
                term(
                        WORDS.text("infoNce"),
                        WORDS.text("infoNce.meaning"),
                        "L = −mean_i ln( exp(s(q_i, p_i)/τ) / Σ_j exp(s(q_i, p_j)/τ) )",
                        "van den Oord et al. 2018, arXiv 1807.03748"),
                term(
                        WORDS.text("temperature"),
                        WORDS.text("temperature.meaning"),
                        "s(q, p)/τ",
                        "Chen et al. 2020 (SimCLR), arXiv 2002.05709; the paper states none"),
                term(WORDS.text("seed"), WORDS.text("seed.meaning"), "", "Our definition."),
                term(
                        WORDS.text("zeroShotGuard"),
                        WORDS.text("zeroShotGuard.meaning"),
                        "",
                        "Our definition."),
                term(
                        WORDS.text("nonEmbeddingParameters"),
                        WORDS.text("nonEmbeddingParameters.meaning"),
                        "all − vocabulary × width",
                        "Kaplan et al. 2020, arXiv 2001.08361"),
                term(
                        WORDS.text("lora"),
                        WORDS.text("lora.meaning"),
                        "W + (a/r)·B·A",
                        "Hu et al. 2021, arXiv 2106.09685"),
                term(
                        WORDS.text("gradCache"),
                        WORDS.text("gradCache.meaning"),
                        "",
                        "Gao et al. 2021, arXiv 2101.06983"),
                term(
                        WORDS.text("multilingualPool"),
                        WORDS.text("multilingualPool.meaning"),
                        "",
                        "arXiv 2408.10536; Roy et al. 2020 (LAReQA), arXiv 2004.05484"),
                term(
                        WORDS.text("monolingualRetrieval"),
                        WORDS.text("monolingualRetrieval.meaning"),
                        "",
                        "arXiv 2408.10536"),
                term(
                        WORDS.text("crossLingualRetrieval"),
                        WORDS.text("crossLingualRetrieval.meaning"),
                        "",
                        "arXiv 2408.10536"),
                term(
                        WORDS.text("averagePrecision"),
                        WORDS.text("averagePrecision.meaning"),
                        "AP = (1/n) Σ_i i / rank(i-th relevant found)",
                        "Buckley and Voorhees 2000; computed as trec_eval does"),
                term(
                        WORDS.text("ndcg"),
                        WORDS.text("ndcg.meaning"),
                        "DCG@k = Σ_i gain_i / log2(i + 1);  nDCG = DCG / best DCG",
                        "Järvelin and Kekäläinen 2002"),
                term(
                        WORDS.text("recall"),
                        WORDS.text("recall.meaning"),
                        "#(relevant in hits 1..k) / #relevant",
                        "as trec_eval"),
                term(
                        WORDS.text("reciprocalRank"),
                        WORDS.text("reciprocalRank.meaning"),
                        "mean_q 1 / rank(first relevant)",
                        "Voorhees 1999 (TREC-8 question answering)"),
                measure(WORDS.text("rankDistance"), "rank_distance"),
                measure(WORDS.text("maxRank"), "max_rank"),
                measure(WORDS.text("complete"), "complete"),
                measure(WORDS.text("languagePreference"), "language_preference"),
                measure(WORDS.text("exposure"), "exposure"),
                measure(WORDS.text("sameLanguageBias"), "same_language_bias"),
                measure(WORDS.text("intruder"), "intruder_1"),
                term(
                        WORDS.text("weakAlignment"),
                        WORDS.text("weakAlignment.meaning"),
                        "",
                        "Roy et al. 2020 (LAReQA), arXiv 2004.05484"),
                measure(WORDS.text("strongAlignment"), "strong_alignment"),
                measure(WORDS.text("homeAdvantage"), "home_advantage"),
                measure(WORDS.text("peer"), "peer"),
                measure(WORDS.text("meanRankCorrelation"), "rank_correlation"),
                term(
                        WORDS.text("randomisationTest"),
                        WORDS.text("randomisationTest.meaning"),
                        "p = (1 + #(|swapped| ≥ |seen|)) / (1 + #swaps)",
                        "Smucker, Allan and Carterette 2007"),
                term(
                        WORDS.text("bootstrapInterval"),
                        WORDS.text("bootstrapInterval.meaning"),
                        "",
                        "Efron 1979; questions drawn with all their languages"),
                term(
                        WORDS.text("holm"),
                        WORDS.text("holm.meaning"),
                        "p(i) × (m − i + 1), never less than the one before",
                        "Holm 1979"),
                term(WORDS.text("tie"), WORDS.text("tie.meaning"), "", "Our definition."),
                term(
                        WORDS.text("minimalDifference"),
                        WORDS.text("minimalDifference.meaning"),
                        "(t(.975) + t(.8)) × standard error",
                        "Bloom 1995, Evaluation Review 19"),
                term(WORDS.text("pcaMap"), WORDS.text("pcaMap.meaning"), "", "Pearson 1901"),
                term(
                        WORDS.text("languageErasure"),
                        WORDS.text("languageErasure.meaning"),
                        "",
                        "Our definition; after Yang et al. 2021, arXiv 2109.04727"));
    }

    private static Term term(String name, String meaning, String formula, String source) {
        return new Term(
                name, meaning, Optional.of(formula).filter(text -> !text.isEmpty()), source);
    }

    private static Term measure(String name, String id) {
        Explanation explanation = BiasMeasures.byId(id).orElseThrow().explanation();
        return new Term(
                name,
                explanation.definition(),
                Optional.of(explanation.formula()),
                explanation.source());
    }
}
