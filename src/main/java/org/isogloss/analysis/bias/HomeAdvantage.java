package org.isogloss.analysis.bias;

/** How much better answers are found in the question's own language than elsewhere. */
final class HomeAdvantage implements QuestionMeasure {
    @Override
    public String id() {
        return "home_advantage";
    }

    @Override
    public String name() {
        return "Home advantage";
    }

    @Override
    public String unit() {
        return "AP";
    }

    @Override
    public Direction direction() {
        return Direction.ZERO;
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                "Average precision of a question among the candidates of its own language minus the"
                        + " mean of those among the candidates of each other language; mean over"
                        + " questions with answers in both.",
                "HA = mean_q [ AP(q, lang(q)) - mean_{m != lang(q)} AP(q, m) ]",
                Explanation.OURS,
                "-1 to 1; 0 is an even hand.",
                "Each language is searched by itself, so this says how far meaning crosses"
                        + " languages, not which language wins in one pool. Pools of different"
                        + " size are not equally hard.");
    }

    @Override
    public double[] values(RankTable table, BiasOptions options) {
        double[] values = new double[table.questions()];
        for (int q = 0; q < values.length; q++) {
            double own = Double.NaN;
            double others = 0;
            int count = 0;
            for (int lang = 0; lang < table.languages().size(); lang++) {
                double precision = averagePrecision(table, q, lang);
                if (lang == table.language(q)) {
                    own = precision;
                } else if (!Double.isNaN(precision)) {
                    others += precision;
                    count++;
                }
            }
            values[q] = own - others / count;
        }
        return values;
    }

    /** Σ over the relevant passages of how many stand no lower, over its rank; NaN if none. */
    private static double averagePrecision(RankTable table, int q, int lang) {
        double sum = 0;
        int count = 0;
        for (int r = 0; r < table.relevant(q); r++) {
            if (table.answer(q, r) != lang) {
                continue;
            }
            count++;
            int upTo = 0;
            for (int other = 0; other < table.relevant(q); other++) {
                boolean counts = table.answer(q, other) == lang;
                upTo += counts && table.inLanguage(q, other) <= table.inLanguage(q, r) ? 1 : 0;
            }
            sum += (double) upTo / table.inLanguage(q, r);
        }
        return sum / count;
    }
}
