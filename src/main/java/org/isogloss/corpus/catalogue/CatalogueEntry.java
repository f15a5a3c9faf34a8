package org.isogloss.corpus.catalogue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.ReadOptions;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.util.StdConverter;

/**
 * A remembered data set: where it is, how to read it, and what was in it when it was last read.
 *
 * @param id what it is called by; it never changes: {@code xquad-r}
 * @param path the file, folder or archive, absolute
 * @param options how it is read
 * @param name the data set's own name
 * @param format the id of the format it was read in
 * @param sha256 the {@link org.isogloss.base.Fingerprint} of the path
 * @param licence under which it may be used, or an empty text where nobody said
 * @param languages of questions, candidates and items, in order of first appearance
 * @param questions questions to be scored on, in all languages
 * @param candidates candidates in all languages
 * @param items parallel items to train on
 * @param roles what it is used for
 * @param added when it was first remembered
 */
public record CatalogueEntry(
        String id,
        @JsonSerialize(using = ToStringSerializer.class)
                @JsonDeserialize(converter = CatalogueEntry.PathOfText.class)
                Path path,
        ReadOptions options,
        String name,
        String format,
        String sha256,
        String licence,
        List<Lang> languages,
        int questions,
        int candidates,
        int items,
        Set<Role> roles,
        Instant added) {
    /**
     * @throws BadInputException if a part is missing
     */
    public CatalogueEntry {
        require("id", id);
        require("path", path);
        require("name", name);
        require("format", format);
        require("sha256", sha256);
        require("added", added);
        options = options == null ? ReadOptions.NONE : options;
        licence = licence == null ? "" : licence;
        languages = languages == null ? List.of() : List.copyOf(languages);
        Set<Role> ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(roles == null ? Set.of() : roles);
        roles = Collections.unmodifiableSet(ordered);
    }

    private static void require(String part, Object value) {
        if (value == null) {
            throw new BadInputException("a data set has no \"" + part + "\"");
        }
    }

    /** An entry for what was just read; nobody has said what it is for. */
    static CatalogueEntry of(
            String id,
            Path path,
            ReadOptions options,
            Dataset dataset,
            String sha256,
            Instant added) {
        return new CatalogueEntry(
                id,
                path,
                options,
                dataset.name(),
                dataset.format(),
                sha256,
                "",
                languages(dataset),
                dataset.collection().questions().size(),
                dataset.collection().passages().size(),
                dataset.items().items().size(),
                Set.of(),
                added);
    }

    private static List<Lang> languages(Dataset dataset) {
        Set<Lang> languages = new LinkedHashSet<>();
        languages.addAll(dataset.collection().questionLanguages());
        languages.addAll(dataset.collection().answerLanguages());
        for (ParallelItem item : dataset.items().items()) {
            languages.addAll(item.pairs().keySet());
        }
        return List.copyOf(languages);
    }

    /** What was read now, with what was said of it before. */
    CatalogueEntry keeping(CatalogueEntry before) {
        return new CatalogueEntry(
                before.id,
                path,
                options,
                name,
                format,
                sha256,
                before.licence,
                languages,
                questions,
                candidates,
                items,
                before.roles,
                before.added);
    }

    /** The same data set used for other things. */
    CatalogueEntry withRoles(Set<Role> roles) {
        return new CatalogueEntry(
                id,
                path,
                options,
                name,
                format,
                sha256,
                licence,
                languages,
                questions,
                candidates,
                items,
                roles,
                added);
    }

    /** The same data set under a licence. */
    CatalogueEntry withLicence(String licence) {
        return new CatalogueEntry(
                id,
                path,
                options,
                name,
                format,
                sha256,
                licence,
                languages,
                questions,
                candidates,
                items,
                roles,
                added);
    }

    /** The same data set at another place. */
    CatalogueEntry at(Path path) {
        return new CatalogueEntry(
                id,
                path,
                options,
                name,
                format,
                sha256,
                licence,
                languages,
                questions,
                candidates,
                items,
                roles,
                added);
    }

    /** Reads a path as it is shown, not as the address of a file. */
    static final class PathOfText extends StdConverter<String, Path> {
        @Override
        public Path convert(String text) {
            return Path.of(text);
        }
    }
}
