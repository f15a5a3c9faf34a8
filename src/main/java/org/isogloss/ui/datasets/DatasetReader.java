package org.isogloss.ui.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.KnownCheck;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.corpus.catalogue.Presence;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.ui.words.Words;

/** Reads data sets in the background; what is wrong with one is an outcome, not an accident. */
final class DatasetReader {
    private static final Words WORDS = Words.of(DatasetReader.class);

    private static final int DEPTH = 6;
    private static final double MEGABYTE = 1e6;

    private final Catalogue catalogue;

    DatasetReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads a data set and counts it.
     *
     * @param said hears what is being done, in words, on this thread
     */
    ReadOutcome read(Path path, ReadOptions options, StopSign stop, Consumer<String> said) {
        try {
            return stop.during(() -> done(path, options, stop, said));
        } catch (BadInputException refused) {
            return new ReadOutcome.Refused(path, options, Problem.of(refused));
        } catch (UncheckedIOException unreadable) {
            String sentence = String.valueOf(unreadable.getMessage());
            return new ReadOutcome.Refused(path, options, new Problem("", 0, sentence));
        } catch (CancellationException stopped) {
            return new ReadOutcome.Stopped(path);
        }
    }

    private ReadOutcome done(Path path, ReadOptions options, StopSign stop, Consumer<String> said) {
        said.accept(WORDS.text("datasetReader.reading", Dataset.nameOf(path), size(path)));
        Progress heard = (what, done, total) -> said.accept(words(what, done, total));
        String outside = Fingerprint.outside(path);
        Dataset dataset = DatasetFormats.read(path, options, catalogue.place(heard, stop));
        stop.check();
        said.accept(WORDS.text("datasetReader.counting", dataset.name()));
        DatasetSummary summary = DatasetSummary.of(dataset, path);
        Fingerprint.requireUnchanged(path, outside);
        Optional<KnownCheck> published =
                KnownDatasets.shipped()
                        .recognise(summary, options)
                        .map(known -> known.check(summary, options));
        return new ReadOutcome.Done(
                new Inspection(path, options, dataset, summary, outside, published));
    }

    /** Looks whether a remembered data set is still what it was; empty if that was stopped. */
    Optional<Presence> verify(String id, StopSign stop) {
        try {
            return Optional.of(stop.during(() -> catalogue.verify(id, Progress.NONE, stop)));
        } catch (CancellationException stopped) {
            return Optional.empty();
        }
    }

    private static String words(String what, long done, long total) {
        return total > 0 ? what + ", " + 100 * done / total + " %" : what;
    }

    /** How much there is to read, in words; nothing where that cannot be told. */
    private static String size(Path path) {
        try (Stream<Path> all = Files.walk(path, DEPTH)) {
            long[] bytes =
                    all.filter(Files::isRegularFile).mapToLong(DatasetReader::bytes).toArray();
            long sum = Stream.of(bytes).flatMapToLong(java.util.Arrays::stream).sum();
            String megabytes = String.format(Locale.ROOT, "%.1f", sum / MEGABYTE);
            return bytes.length == 1
                    ? ": " + megabytes + " MB"
                    : WORDS.text("datasetReader.mbInFiles", megabytes, bytes.length);
        } catch (IOException | UncheckedIOException unlisted) {
            // Reading it in earnest says what is wrong.
            return "";
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(WORDS.text("datasetReader.cannotLookAt", file), e);
        }
    }
}
