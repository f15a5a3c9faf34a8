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
                double count = count(weights);
                return count == 0
                        ? Double.NaN
                        : (at(Math.ceil(count / 2) - 1, sorted, weights)
                                        + at(Math.floor(count / 2), sorted, weights))
                                / 2;
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

    private static double at(double place, double[] sorted, double[] weights) {
        double before = 0;
        for (int i = 0; i < sorted.length; i++) {
            before += weights[i];
            if (place < before) {
                return sorted[i];
            }
        }
        return sorted[sorted.length - 1];
    }
}
