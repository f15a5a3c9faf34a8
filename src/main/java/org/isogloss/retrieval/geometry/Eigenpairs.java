package org.isogloss.retrieval.geometry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues and unit eigenvectors of a symmetric matrix, the greatest first; an eigenvector's
 * number of greatest size is positive, so that pictures do not flip.
 *
 * @param values [n]
 * @param vectors [n] of [n]
 */
record Eigenpairs(List<Double> values, List<double[]> vectors) {

    /**
     * Decomposes a symmetric matrix, which is overwritten.
     *
     * @throws ArithmeticException if that does not converge: it holds numbers that are none
     */
    static Eigenpairs of(DMatrixRMaj symmetric) {
        int n = symmetric.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(symmetric)) {
            throw new ArithmeticException("the eigenvalues of the vectors do not converge");
        }
        List<Integer> order =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                                (Integer i) -> eigen.getEigenvalue(i).getReal())
                                        .reversed())
                        .toList();
        return new Eigenpairs(
                order.stream().map(i -> eigen.getEigenvalue(i).getReal()).toList(),
                order.stream().map(i -> positive(eigen.getEigenVector(i).data)).toList());
    }

    double value(int place) {
        return values.get(place);
    }

    double[] vector(int place) {
        return vectors.get(place);
    }

    private static double[] positive(double[] vector) {
        double greatest = 0;
        for (double value : vector) {
            greatest = Math.abs(value) > Math.abs(greatest) ? value : greatest;
        }
        double sign = Math.signum(greatest);
        double[] turned = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            turned[i] = sign * vector[i];
        }
        return turned;
    }
}
