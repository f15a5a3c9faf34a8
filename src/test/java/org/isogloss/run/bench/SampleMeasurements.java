package org.isogloss.run.bench;

/** Measurements of a machine that does not exist. */
public final class SampleMeasurements {
    public static final Shape SMALL = new Shape(4, 128, 512, 8000, 160);

    private SampleMeasurements() {}

    /** Steps of 1,000 tokens in half a second each. */
    public static Measurement of(Shape shape, Processor processor, String device, int threads) {
        return new Measurement(
                "1.0",
                "2026-11-23T12:00:00Z",
                processor,
                device,
                threads,
                shape,
                25,
                1000,
                rate(2000),
                rate(8000),
                20,
                rate(1e7),
                rate(4e7),
                128,
                rate(50_000),
                500L);
    }

    private static Rate rate(double value) {
        Spread spread = new Spread(value, value / 2, value * 2);
        return new Rate(spread, spread);
    }
}
