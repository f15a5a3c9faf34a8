package org.isogloss.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final int COLUMNS = 100;

    @Test
    void leavesFewPointsAsTheyAre() {
        List<CurvePoint> points = noise(2 * COLUMNS);

        assertThat(Thinning.thin(points, COLUMNS)).isEqualTo(points);
    }

    @Test
    void keepsTheExtremesOfEachColumnInOrder() {
        List<CurvePoint> points = noise(10_000);
        List<CurvePoint> thin = Thinning.thin(points, COLUMNS);

        assertThat(thin).hasSizeLessThanOrEqualTo(2 * COLUMNS);
        assertThat(thin).isSortedAccordingTo(Comparator.comparingDouble(CurvePoint::x));
        assertThat(points).containsAll(thin);
        var columns =
                points.stream()
                        .collect(
                                Collectors.groupingBy(
                                        point -> (int) Math.min(99, point.x() * 100 / 9_999)));
        Comparator<CurvePoint> byHeight = Comparator.comparingDouble(CurvePoint::y);
        columns.values()
                .forEach(
                        column ->
                                assertThat(thin)
                                        .contains(
                                                column.stream().min(byHeight).orElseThrow(),
                                                column.stream().max(byHeight).orElseThrow()));
    }

    @Test
    void keepsOnePointOfALevelColumn() {
        List<CurvePoint> level =
                IntStream.range(0, 1_000).mapToObj(x -> new CurvePoint(x, 1)).toList();

        assertThat(Thinning.thin(level, 10)).hasSize(10);
    }

    @Test
    void bearsPointsThatAllShareOnePlace() {
        List<CurvePoint> heap =
                IntStream.range(0, 100).mapToObj(y -> new CurvePoint(5, y)).toList();

        assertThat(Thinning.thin(heap, 10))
                .containsExactly(new CurvePoint(5, 0), new CurvePoint(5, 99));
    }

    private static List<CurvePoint> noise(int count) {
        SplittableRandom random = new SplittableRandom(7);
        List<CurvePoint> points = new ArrayList<>();
        for (int x = 0; x < count; x++) {
            points.add(new CurvePoint(x, random.nextDouble()));
        }
        return points;
    }
}
