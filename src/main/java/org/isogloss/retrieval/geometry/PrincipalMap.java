package org.isogloss.retrieval.geometry;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.isogloss.encoder.Vectors;

/**
 * Vectors laid out on a plane by their two leading principal components, about their mean.
 *
 * @param points [N], in the order of the vectors
 * @param explained the share of the variance on each of the two axes
 */
public record PrincipalMap(List<Point> points, List<Double> explained) {
    private static final int AXES = 2;

    public PrincipalMap {
        points = List.copyOf(points);
        explained = List.copyOf(explained);
    }

    /** A vector's place. */
    public record Point(double x, double y) {}

    /**
     * Lays out vectors; the axes are turned so that the same vectors always give the same map.
     *
     * @param vectors [N, E] with E of at least 2
     */
    public static PrincipalMap of(Vectors vectors) {
        int dimension = vectors.dimension();
        DMatrixRMaj centred = new DMatrixRMaj(vectors.count(), dimension); // [N, E]
        for (int i = 0; i < centred.data.length; i++) {
            centred.data[i] = vectors.values()[i];
        }
        DMatrixRMaj mean = new DMatrixRMaj(1, dimension);
        CommonOps_DDRM.sumCols(centred, mean);
        for (int i = 0; i < centred.data.length; i++) {
            centred.data[i] -= mean.data[i % dimension] / vectors.count();
        }
        DMatrixRMaj scatter = new DMatrixRMaj(dimension, dimension);
        CommonOps_DDRM.multInner(centred, scatter);
        double total = CommonOps_DDRM.trace(scatter);
        Eigenpairs pairs = Eigenpairs.of(scatter);
        DMatrixRMaj axes = new DMatrixRMaj(AXES, dimension);
        for (int axis = 0; axis < AXES; axis++) {
            System.arraycopy(pairs.vector(axis), 0, axes.data, axis * dimension, dimension);
        }
        DMatrixRMaj places = new DMatrixRMaj(vectors.count(), AXES);
        CommonOps_DDRM.multTransB(centred, axes, places);
        List<Point> points =
                IntStream.range(0, vectors.count())
                        .mapToObj(i -> new Point(places.get(i, 0), places.get(i, 1)))
                        .toList();
        return new PrincipalMap(points, List.of(pairs.value(0) / total, pairs.value(1) / total));
    }
}
