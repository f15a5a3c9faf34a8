package org.isogloss.retrieval.geometry;

import java.util.List;
import java.util.stream.IntStream;
import org.isogloss.encoder.Vectors;

/**
 * Vectors laid out on a plane by their two leading principal components, about their mean.
 *
 * @param points [N], in the order of the vectors
 * @param explained the share of the variance on each of the two axes
 */
public record PrincipalMap(List<Point> points, List<Double> explained) {

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
        PrincipalAxes axes = PrincipalAxes.of(List.of(vectors));
        return new PrincipalMap(
                IntStream.range(0, vectors.count())
                        .mapToObj(row -> axes.place(vectors, row))
                        .toList(),
                axes.explained());
    }
}
