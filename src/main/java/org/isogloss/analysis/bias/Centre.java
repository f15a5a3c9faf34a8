package org.isogloss.analysis.bias;

/** How the numbers of many questions become one. */
interface Centre {
    /** The arithmetic mean. */
    Centre MEAN =
            (sorted, weights) -> {
                double sum = 0;
                double count = 0;
                for (int i = 0; i < sorted.length; i++) {
                    sum += weights[i] * sorted[i];
                    count += weights[i];
                }
                return sum / count;
            };

    /** The number in the middle, or the mean of the two there. */
    Centre MEDIAN =
            (sorted, weights) -> {
                double half = count(weights) / 2;
                double before = 0;
                double low = Double.NaN;
                for (int i = 0; half > 0 && i < sorted.length; i++) {
                    before += weights[i];
                    if (Double.isNaN(low) && before >= half) {
                        low = sorted[i];
                    }
                    if (before > half) {
                        return (low + sorted[i]) / 2;
                    }
                }
                return low;
            };

    /** The geometric mean of positive numbers: exp of the mean of logarithms. */
    Centre GEOMETRIC =
            (sorted, weights) -> {
                double sum = 0;
                double count = 0;
                for (int i = 0; i < sorted.length; i++) {
                    if (weights[i] > 0) {
                        sum += weights[i] * Math.log(sorted[i]);
                        count += weights[i];
                    }
                }
                return Math.exp(sum / count);
            };

    /** The mean without a share of the least and the same of the greatest numbers. */
    static Centre trimmed(double share) {
        return (sorted, weights) -> {
            double count = count(weights);
            double cut = Math.floor(share * count);
            double sum = 0;
            double before = 0;
            for (int i = 0; i < sorted.length; i++) {
                double from = Math.max(before, cut);
                double to = Math.min(before + weights[i], count - cut);
                sum += Math.max(0, to - from) * sorted[i];
                before += weights[i];
            }
            return sum / (count - 2 * cut);
        };
    }

    /**
     * The centre of numbers.
     *
     * @param sorted the numbers, ascending
     * @param weights how often each counts
     * @return NaN if nothing counts
     */
    double of(double[] sorted, double[] weights);

    private static double count(double[] weights) {
        double count = 0;
        for (double weight : weights) {
            count += weight;
        }
        return count;
    }
}
