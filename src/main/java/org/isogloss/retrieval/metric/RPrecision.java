package org.isogloss.retrieval.metric;

/**
 * R-precision: the share of relevant passages among the R best, R being how many are relevant;
 * there precision and recall are the same. trec_eval's m_Rprec.c.
 */
public final class RPrecision implements Metric {
    @Override
    public String id() {
        return "Rprec";
    }

    @Override
    public String name() {
        return "R-precision";
    }

    @Override
    public String meaning() {
        return "Share of relevant passages among as many of the best as are relevant.";
    }

    @Override
    public double value(GradedRanks ranking) {
        int relevant = ranking.relevant();
        return relevant == 0 ? 0 : (double) ranking.found(relevant) / relevant;
    }
}
