package org.isogloss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isogloss.run.bench.Measurement;
import org.isogloss.run.bench.Rate;

/**
 * A measurement as lines of text.
 *
 * @param measured what is shown
 */
record MeasurementTable(Measurement measured) {
    private static final double MILLION = 1e6;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s (%d cores), %s, %d threads; %s, vocabulary %,d; batches of %d pairs,"
                                + " %,.0f tokens",
                        measured.processor().name(),
                        measured.processor().cores(),
                        measured.device(),
                        measured.threads(),
                        measured.backbone().inWords(),
                        measured.backbone().vocabulary(),
                        measured.batch(),
                        measured.tokensPerStep()));
        lines.add(row("", "median", "least", "most", "by CPU second"));
        lines.add(row("training, tokens/s", measured.training(), 1));
        lines.add(row("encoding, tokens/s", measured.encoding(), 1));
        lines.add(row("exact search, Mpairs/s", measured.search(), MILLION));
        lines.add(row("matrix product, Mpairs/s", measured.product(), MILLION));
        if (measured.indexing() != null) {
            lines.add(row("indexing, lines/s", measured.indexing(), 1));
        }
        if (measured.peakMiB() != null) {
            lines.add(
                    String.format(Locale.ROOT, "peak resident memory %,d MiB", measured.peakMiB()));
        }
        return lines;
    }

    private static String row(String what, Rate rate, double unit) {
        return row(
                what,
                number(rate.perSecond().median() / unit),
                number(rate.perSecond().least() / unit),
                number(rate.perSecond().most() / unit),
                number(rate.perProcessorSecond().median() / unit));
    }

    private static String row(
            String what, String median, String least, String most, String byProcessor) {
        return String.format(
                        Locale.ROOT,
                        "%-26s %14s %14s %14s %16s",
                        what,
                        median,
                        least,
                        most,
                        byProcessor)
                .stripTrailing();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
