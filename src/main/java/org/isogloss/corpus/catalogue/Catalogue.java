package org.isogloss.corpus.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.corpus.catalogue.CatalogueFile.Line;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.corpus.format.ReadOptions;

/**
 * The data sets that were loaded, in one JSON file: each is found again by its id, verified before
 * it is used, and found anew when it was moved.
 *
 * <p>It holds nothing itself: every call looks into the file, so that several windows, terminals
 * and threads may use it at once. All methods throw {@link BadInputException} where the file cannot
 * be understood, and leave it as it is.
 */
public final class Catalogue {
    private final CatalogueFile file;
    private final Path pools;
    private final Clock clock;

    /**
     * A catalogue in a file, which need not be there yet.
     *
     * @param pools where corpora larger than memory are indexed
     */
    public Catalogue(Path file, Path pools) {
        this(file, pools, Clock.systemUTC());
    }

    Catalogue(Path file, Path pools, Clock clock) {
        this.file = new CatalogueFile(file);
        this.pools = pools;
        this.clock = clock;
    }

    /** Where corpora larger than memory are indexed, and who hears of it. */
    public PoolPlace place(Progress progress, Cancellation cancellation) {
        return PoolPlace.in(pools, progress, cancellation);
    }

    /** Every data set, in the order they were first remembered in. */
    public List<CatalogueEntry> entries() {
        return file.read().stream().map(Line::dataset).toList();
    }

    /**
     * The data set of an id.
     *
     * @throws BadInputException naming those there are if it is none of them
     */
    public CatalogueEntry entry(String id) {
        return line(file.read(), id).dataset();
    }

    /**
     * Remembers a data set that was just read. The same path read in the same way keeps its id,
     * licence, roles and date; everything else is taken from what was read.
     *
     * <p>The same content at another place is another entry: whether it was moved or copied only
     * the user knows. Ask {@link #movedFrom} first, and {@link #relocate} where it was moved.
     *
     * @param sha256 the {@link Fingerprint} of the path
     * @param outside what it looked like from outside before it was read
     * @throws BadInputException if it was changed since, so that what was read is not what is there
     */
    public CatalogueEntry remember(
            Path path, ReadOptions options, Dataset dataset, String sha256, String outside) {
        Path place = place(path);
        Fingerprint.requireUnchanged(place, outside);
        return file.change(
                lines -> {
                    Optional<Line> known = at(lines, place, options);
                    String id =
                            known.map(line -> line.dataset().id())
                                    .orElseGet(() -> freeId(lines, dataset.name()));
                    CatalogueEntry entry =
                            CatalogueEntry.of(id, place, options, dataset, sha256, clock.instant());
                    if (known.isEmpty()) {
                        lines.add(new Line(entry, outside));
                        return entry;
                    }
                    CatalogueEntry kept = entry.keeping(known.get().dataset());
                    lines.set(lines.indexOf(known.get()), new Line(kept, outside));
                    return kept;
                });
    }

    /**
     * The data set that a path seems to be the new place of: the same content, read in the same
     * way, remembered at a path where nothing is any more.
     */
    public Optional<CatalogueEntry> movedFrom(Path path, ReadOptions options, String sha256) {
        List<Line> lines = file.read();
        if (at(lines, place(path), options).isPresent()) {
            return Optional.empty();
        }
        return lines.stream()
                .map(Line::dataset)
                .filter(entry -> entry.sha256().equals(sha256))
                .filter(entry -> entry.options().equals(options))
                .filter(entry -> !Files.exists(entry.path()))
                .findFirst();
    }

    /** Says what a data set is used for. */
    public CatalogueEntry withRoles(String id, Set<Role> roles) {
        return edit(id, line -> new Line(line.dataset().withRoles(roles), line.outside()));
    }

    /** Says under which licence a data set may be used. */
    public CatalogueEntry withLicence(String id, String licence) {
        return edit(id, line -> new Line(line.dataset().withLicence(licence), line.outside()));
    }

    /** Forgets a data set; its files stay. */
    public void forget(String id) {
        file.change(lines -> lines.remove(line(lines, id)));
    }

    /** Gives a data set its new place, however long it takes to read. */
    public CatalogueEntry relocate(String id, Path path) {
        return relocate(id, path, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * Gives a data set its new place.
     *
     * @param progress in bytes
     * @throws BadInputException if other content is there, naming both fingerprints, or another
     *     entry has that place
     * @throws CancellationException if asked to stop
     */
    public CatalogueEntry relocate(
            String id, Path path, Progress progress, Cancellation cancellation) {
        Path place = place(path);
        CatalogueEntry entry = entry(id);
        if (!Files.exists(place)) {
            throw BadInputException.in(place, "there is no such file or folder");
        }
        String outside = Fingerprint.outside(place);
        String found = Fingerprint.of(place, progress, cancellation);
        return file.change(
                lines -> {
                    Line line = line(lines, id);
                    if (!found.equals(line.dataset().sha256())) {
                        throw BadInputException.in(
                                place,
                                "is not the data set %s: its SHA-256 is %s, but %s was remembered"
                                                .formatted(id, found, line.dataset().sha256())
                                        + "; name its new place, or load this one as another");
                    }
                    Optional<Line> other = at(lines, place, entry.options());
                    if (other.isPresent() && !other.get().equals(line)) {
                        throw BadInputException.in(
                                place,
                                "is already remembered as %s; forget one of the two"
                                        .formatted(other.get().dataset().id()));
                    }
                    Line moved = new Line(line.dataset().at(place), outside);
                    lines.set(lines.indexOf(line), moved);
                    return moved.dataset();
                });
    }

    /** Whether a data set is still what it was, however long it takes to find out. */
    public Presence verify(String id) {
        return verify(id, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * Whether a data set is still what it was. Files of the same names, sizes and times of change
     * count as unchanged unread; otherwise their content is compared.
     *
     * @param progress in bytes, where files are read
     * @throws CancellationException if asked to stop
     */
    public Presence verify(String id, Progress progress, Cancellation cancellation) {
        Line line = line(file.read(), id);
        Path path = line.dataset().path();
        return Files.exists(path) && Fingerprint.outside(path).equals(line.outside())
                ? unchanged(line.dataset())
                : verifyContent(id, progress, cancellation);
    }

    /**
     * Whether a data set is still what it was, from its content whatever its files look like from
     * outside: for whoever publishes a number from it.
     *
     * @param progress in bytes
     * @throws CancellationException if asked to stop
     */
    public Presence verifyContent(String id, Progress progress, Cancellation cancellation) {
        Line line = line(file.read(), id);
        CatalogueEntry entry = line.dataset();
        if (!Files.exists(entry.path())) {
            return new Presence(
                    Presence.State.MISSING,
                    "%s: nothing is at %s any more; say where it is now, or forget it"
                            .formatted(id, entry.path()));
        }
        String outside = Fingerprint.outside(entry.path());
        String found = Fingerprint.of(entry.path(), progress, cancellation);
        if (!found.equals(entry.sha256())) {
            return new Presence(
                    Presence.State.CHANGED,
                    "%s: %s has changed since it was remembered (SHA-256 %s, was %s);"
                                    .formatted(id, entry.path(), found, entry.sha256())
                            + " load it anew if that is meant, or put the old files back");
        }
        if (!outside.equals(line.outside())) {
            file.change(
                    lines -> {
                        lines.replaceAll(
                                each -> each.equals(line) ? new Line(entry, outside) : each);
                        return entry;
                    });
        }
        return unchanged(entry);
    }

    private static Presence unchanged(CatalogueEntry entry) {
        return new Presence(
                Presence.State.UNCHANGED,
                "%s: %s is as it was remembered".formatted(entry.id(), entry.path()));
    }

    /** Verifies a data set and reads it, however long it takes. */
    public Dataset open(String id) {
        return open(id, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * Verifies a data set as {@link #verify(String, Progress, Cancellation)} does and reads it.
     *
     * @throws BadInputException if it is changed or missing, or changes while it is read
     * @throws CancellationException if asked to stop
     */
    public Dataset open(String id, Progress progress, Cancellation cancellation) {
        String outside = Fingerprint.outside(entry(id).path());
        Presence presence = verify(id, progress, cancellation);
        if (presence.state() != Presence.State.UNCHANGED) {
            throw new BadInputException(presence.sentence());
        }
        CatalogueEntry entry = entry(id);
        Dataset dataset =
                DatasetFormats.read(entry.path(), entry.options(), place(progress, cancellation));
        Fingerprint.requireUnchanged(entry.path(), outside);
        return dataset;
    }

    private CatalogueEntry edit(String id, UnaryOperator<Line> edit) {
        return file.change(
                lines -> {
                    Line line = line(lines, id);
                    Line edited = edit.apply(line);
                    lines.set(lines.indexOf(line), edited);
                    return edited.dataset();
                });
    }

    private static Line line(List<Line> lines, String id) {
        return lines.stream()
                .filter(line -> line.dataset().id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "no data set is remembered as '%s'; there %s"
                                                .formatted(id, known(lines))));
    }

    private static String known(List<Line> lines) {
        return lines.isEmpty()
                ? "is none yet"
                : lines.stream()
                        .map(line -> line.dataset().id())
                        .collect(Collectors.joining(", ", "are ", ""));
    }

    private static Optional<Line> at(List<Line> lines, Path place, ReadOptions options) {
        return lines.stream()
                .filter(line -> line.dataset().path().equals(place))
                .filter(line -> line.dataset().options().equals(options))
                .findFirst();
    }

    private static Path place(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The name in lower case and without what a terminal would need quoted, made unique. */
    private static String freeId(List<Line> lines, String name) {
        Set<String> taken =
                lines.stream().map(line -> line.dataset().id()).collect(Collectors.toSet());
        String plain =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}._]+", "-")
                        .replaceAll("^[-.]+|-+$", "");
        String id = plain.isEmpty() ? "data" : plain;
        String free = id;
        for (int n = 2; taken.contains(free); n++) {
            free = id + "-" + n;
        }
        return free;
    }
}
