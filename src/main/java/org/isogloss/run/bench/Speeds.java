package org.isogloss.run.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The speeds that are known of a device.
 *
 * @param known in any order
 */
public record Speeds(List<Speed> known) {
    /** The greatest factor between the work of two shapes one of which tells of the other. */
    static final double FARTHEST = 64;

    public Speeds {
        known = List.copyOf(known);
    }

    /**
     * The speed to reckon a shape's time with: measured before logged before the reference
     * machine's, of those the one seen with the shape nearest in work, the latest of equally near
     * ones. A bag of embeddings tells nothing of a transformer, nor the other way round.
     */
    public Optional<Speed> of(Shape shape) {
        return Arrays.stream(Speed.Basis.values())
                .map(basis -> nearest(basis, shape))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Speed> nearest(Speed.Basis basis, Shape shape) {
        return known.stream()
                .filter(one -> one.basis() == basis)
                .filter(one -> one.shape().likeInKind(shape))
                .filter(one -> one.shape().factor(shape) <= FARTHEST)
                .min(
                        Comparator.comparingDouble((Speed one) -> one.shape().factor(shape))
                                .thenComparing(
                                        Speed::at,
                                        Comparator.nullsLast(Comparator.reverseOrder())));
    }
}
