package org.isogloss.corpus.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.ReadOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The library of known data sets; a new one is one more entry of {@code known-datasets.json}, with
 * the sources of all it says.
 *
 * @param all every known data set
 */
public record KnownDatasets(List<KnownDataset> all) {
    private static final String RESOURCE = "known-datasets.json";

    /** The fewest counts that tell a data set without its name. */
    private static final int TELLING = 4;

    public KnownDatasets {
        all = List.copyOf(all);
    }

    /** The library that comes with the program. */
    public static KnownDatasets shipped() {
        try (InputStream in = KnownDatasets.class.getResourceAsStream(RESOURCE)) {
            JsonNode tree = JsonMapper.shared().readTree(in);
            return new KnownDatasets(List.of(JsonFile.convert(tree, KnownDataset[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * The data set of an id.
     *
     * @throws BadInputException naming those there are if it is none of them
     */
    public KnownDataset named(String id) {
        return all.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "the library has no data set '%s'; it has %s"
                                                .formatted(id, ids())));
    }

    private String ids() {
        return all.stream().map(KnownDataset::id).collect(Collectors.joining(", "));
    }

    /**
     * The known data set that an import is: in its format and languages, and called by its id or,
     * whatever it is called, with all of its published counts.
     */
    public Optional<KnownDataset> recognise(DatasetSummary summary, ReadOptions options) {
        List<KnownDataset> alike = all.stream().filter(known -> alike(known, summary)).toList();
        String name = plain(summary.name());
        return alike.stream()
                .filter(
                        known ->
                                name.contains(plain(known.id()))
                                        || name.contains(plain(known.folderName())))
                .max(Comparator.comparingInt(known -> known.id().length()))
                .or(
                        () ->
                                alike.stream()
                                        .filter(known -> tells(known.check(summary, options)))
                                        .findFirst());
    }

    private static boolean alike(KnownDataset known, DatasetSummary summary) {
        return known.format().equals(summary.format())
                && (known.languages().isEmpty()
                        || summary.languages().stream()
                                .allMatch(read -> known.languages().contains(read.lang())));
    }

    private static boolean tells(KnownCheck check) {
        return check.agrees() && check.findings().size() >= TELLING;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
