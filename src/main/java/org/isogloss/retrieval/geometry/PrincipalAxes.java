package org.isogloss.retrieval.geometry;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.isogloss.encoder.Vectors;

/**
 * The mean of some vectors and the two directions in which they differ most, on which these and
 * other vectors are laid out.
 *
 * <p>Letters: N vectors of E numbers each.
 */
public final class PrincipalAxes {
    /** So many rows are copied at a time: a pool's vectors are large enough once. */
    private static final int BLOCK = 4096;

    private final double[] mean; // [E]
    private final double[] across; // [E]
    private final double[] up; // [E]
    private final List<Double> explained;

    private PrincipalAxes(double[] mean, double[] across, double[] up, List<Double> explained) {
        this.mean = mean;
        this.across = across;
        this.up = up;
        this.explained = List.copyOf(explained);
    }

    /**
     * Finds the axes of vectors; they are turned so that the same vectors always give the same.
     *
     * @param parts each [N, E] with one E of at least 2; taken together
     */
    public static PrincipalAxes of(List<Vectors> parts) {
        double[] mean = mean(parts);
        DMatrixRMaj scatter = new DMatrixRMaj(mean.length, mean.length);
        for (Vectors part : parts) {
            for (int from = 0; from < part.count(); from += BLOCK) {
                addScatter(part, from, Math.min(part.count(), from + BLOCK), mean, scatter);
            }
        }
        double total = CommonOps_DDRM.trace(scatter);
        Eigenpairs pairs = Eigenpairs.of(scatter);
        return new PrincipalAxes(
                mean,
                pairs.vector(0),
                pairs.vector(1),
                List.of(pairs.value(0) / total, pairs.value(1) / total));
    }

    private static double[] mean(List<Vectors> parts) {
        double[] mean = new double[parts.get(0).dimension()];
        long count = 0;
        for (Vectors part : parts) {
            for (int i = 0; i < part.values().length; i++) {
                mean[i % mean.length] += part.values()[i];
            }
            count += part.count();
        }
        for (int e = 0; e < mean.length; e++) {
            mean[e] /= count;
        }
        return mean;
    }

    private static void addScatter(
            Vectors part, int from, int to, double[] mean, DMatrixRMaj scatter) {
        DMatrixRMaj centred = new DMatrixRMaj(to - from, mean.length); // [rows, E]
        int first = from * mean.length;
        for (int i = 0; i < centred.data.length; i++) {
            centred.data[i] = part.values()[first + i] - mean[i % mean.length];
        }
        DMatrixRMaj more = new DMatrixRMaj(mean.length, mean.length);
        CommonOps_DDRM.multInner(centred, more);
        CommonOps_DDRM.addEquals(scatter, more);
    }

    /** The share of the variance of the vectors they were found in on each of the two axes. */
    public List<Double> explained() {
        return explained;
    }

    /**
     * Where a vector lies.
     *
     * @param vectors [N, E], these or others
     */
    public PrincipalMap.Point place(Vectors vectors, int row) {
        double x = 0;
        double y = 0;
        for (int e = 0; e < mean.length; e++) {
            double apart = vectors.values()[row * mean.length + e] - mean[e];
            x += apart * across[e];
            y += apart * up[e];
        }
        return new PrincipalMap.Point(x, y);
    }
}
