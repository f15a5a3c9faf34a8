package org.isogloss.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;
import org.isogloss.corpus.catalogue.Catalogue;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.ReadOptions;

/**
 * Puts a data set that is read into the catalogue, unless it is one that was moved.
 *
 * @param outside what it looked like before it was read
 */
record Remembering(Catalogue catalogue, String outside) {
    /** To be made before a data set is read. */
    static Remembering before(Path path, Catalogue catalogue) {
        return new Remembering(catalogue, Fingerprint.outside(path));
    }

    /**
     * Remembers a data set; where its licence is not known yet it is the known data set's.
     *
     * @throws BadInputException if it was changed while it was read, or seems to be one that stood
     *     elsewhere, for the user to decide
     */
    CatalogueEntry remember(
            Path path,
            ReadOptions options,
            Dataset dataset,
            String sha256,
            Optional<KnownDataset> known) {
        Optional<CatalogueEntry> moved = catalogue.movedFrom(path, options, sha256);
        if (moved.isPresent()) {
            String id = moved.get().id();
            throw BadInputException.in(
                    path,
                    "has the content of %s, which is no longer at %s; if it was moved, write"
                                    .formatted(id, moved.get().path())
                            + " 'isogloss data catalogue relocate %s %s', else first"
                                    .formatted(id, path)
                            + " 'isogloss data catalogue forget %s'".formatted(id));
        }
        CatalogueEntry entry = catalogue.remember(path, options, dataset, sha256, outside);
        return known.isPresent() && entry.licence().isEmpty()
                ? catalogue.withLicence(entry.id(), known.get().licence())
                : entry;
    }
}
