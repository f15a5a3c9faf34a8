package org.isogloss.retrieval.geometry;

import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.encoder.Vectors;

/** What is left of vectors from which something is taken. */
final class Remainder {
    /** Below this part of a vector's length, what is left of it is rounding. */
    private static final double NOTHING = 1e-5;

    private final LanguageVectors texts;
    private final boolean normalised;
    private final float[] values; // [N, E]

    Remainder(LanguageVectors texts) {
        this.texts = texts;
        normalised = texts.normalised();
        values = texts.vectors().values().clone();
    }

    /** Subtracts one vector from some rows. */
    void subtract(int[] rows, double[] vector) {
        for (int row : rows) {
            subtract(row, vector, 1);
        }
    }

    /** Takes the parts along orthonormal directions out of some rows. */
    void projectOut(int[] rows, List<double[]> directions) {
        int dimension = texts.vectors().dimension();
        for (int row : rows) {
            for (double[] direction : directions) {
                double along = 0;
                for (int e = 0; e < dimension; e++) {
                    along += values[row * dimension + e] * direction[e];
                }
                subtract(row, direction, along);
            }
        }
    }

    private void subtract(int row, double[] vector, double times) {
        int at = row * vector.length;
        for (int e = 0; e < vector.length; e++) {
            values[at + e] = (float) (values[at + e] - times * vector[e]);
        }
    }

    /**
     * What is left, of length 1 where it was before.
     *
     * @throws BadInputException if nothing is left of a vector
     */
    Vectors vectors() {
        int dimension = texts.vectors().dimension();
        for (int row = 0; row < texts.vectors().count(); row++) {
            double length = texts.length(values, row);
            if (length <= NOTHING * texts.length(texts.vectors().values(), row)) {
                throw new BadInputException(
                        "nothing is left of text %d of %d, in %s: its vector is only what tells the"
                                        .formatted(
                                                row + 1,
                                                texts.vectors().count(),
                                                texts.langs().get(row))
                                + " language; there are too few texts in it, or too many directions"
                                + " are taken out");
            }
            for (int e = row * dimension; normalised && e < (row + 1) * dimension; e++) {
                values[e] = (float) (values[e] / length);
            }
        }
        return new Vectors(texts.vectors().count(), dimension, values);
    }
}
