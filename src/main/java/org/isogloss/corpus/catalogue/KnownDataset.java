package org.isogloss.corpus.catalogue;

import java.util.List;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.format.DatasetSummary;
import org.isogloss.corpus.format.ReadOptions;

/**
 * A data set that the field knows: what it is, what may be done with it, where it comes from, and
 * what an import of it must count.
 *
 * @param id what it is called by on the command line: {@code xquad-r}
 * @param title its name
 * @param what what it is, in a sentence or two
 * @param licence under which its authors give it
 * @param homepage where its authors describe it
 * @param citation its BibTeX entry
 * @param format the id of the format its files are in
 * @param languages its languages, or none where they are too many to list
 * @param options how its files are read, where they do not say it
 * @param expected what was published of it, part by part
 * @param sources where all this is said
 * @param files its files at fixed addresses, to be fetched
 * @param hub its files on the Hugging Face hub, to be fetched
 * @param byHand how to get it where it is not fetched, or an empty text where it is
 */
public record KnownDataset(
        String id,
        String title,
        String what,
        String licence,
        String homepage,
        String citation,
        String format,
        List<Lang> languages,
        ReadOptions options,
        List<PublishedCounts> expected,
        List<String> sources,
        List<FixedFile> files,
        List<HubFiles> hub,
        String byHand) {
    /**
     * A file at an address whose content does not change.
     *
     * @param url where it is
     * @param path what it is called in the data set's folder, with slashes
     * @param size bytes
     * @param hash its SHA-256 as 64 hexadecimal digits, or the SHA-1 of its git blob as 40
     */
    public record FixedFile(String url, String path, long size, String hash) {}

    /**
     * Files of a data set's repository on the hub.
     *
     * @param repository such as {@code miracl/miracl}
     * @param revision a commit, or a branch where no commit is known
     * @param files a regular expression for their paths, where <code>{lang}</code> stands for a
     *     language to be chosen
     */
    public record HubFiles(String repository, String revision, String files) {
        /** True if one language can be fetched without the others. */
        public boolean byLanguage() {
            return files.contains("{lang}");
        }

        /** The regular expression for one language's files, or for all of them. */
        public String files(Optional<Lang> lang) {
            return files.replace("{lang}", lang.map(Lang::tag).orElse("[A-Za-z-]+"));
        }
    }

    /**
     * @throws BadInputException if it has no way to be got, or more than one
     */
    public KnownDataset {
        languages = languages == null ? List.of() : List.copyOf(languages);
        options = options == null ? ReadOptions.NONE : options;
        expected = expected == null ? List.of() : List.copyOf(expected);
        sources = sources == null ? List.of() : List.copyOf(sources);
        files = files == null ? List.of() : List.copyOf(files);
        hub = hub == null ? List.of() : List.copyOf(hub);
        byHand = byHand == null ? "" : byHand;
        if ((files.isEmpty() ? 0 : 1) + (hub.isEmpty() ? 0 : 1) + (byHand.isEmpty() ? 0 : 1) != 1) {
            throw new BadInputException(
                    id + " needs either files, files on the hub, or how to get it by hand");
        }
    }

    /** A file leaves out what it does not say. */
    @SuppressWarnings("OptionalAssignedToNull")
    static <T> Optional<T> orEmpty(Optional<T> given) {
        return given == null ? Optional.empty() : given;
    }

    /** How to read its files: as the user says and, where the user says nothing, as is known. */
    public ReadOptions reading(ReadOptions said) {
        return new ReadOptions(
                said.format().or(options::format),
                said.questionLang().or(options::questionLang),
                said.answerLang().or(options::answerLang),
                said.split().or(options::split),
                said.subset().or(options::subset),
                said.columns().isEmpty() ? options.columns() : said.columns());
    }

    /** True if its licence and its addresses allow to fetch it here. */
    public boolean fetched() {
        return byHand.isEmpty();
    }

    /**
     * What its folder is best called: MTEB's tasks say by their name in which order their subsets
     * name languages.
     */
    public String folderName() {
        return format.equals("mteb") && hub.size() == 1
                ? hub.get(0).repository().replaceFirst(".*/", "")
                : id;
    }

    /** Bytes to come, where they are known beforehand. */
    public Optional<Long> size() {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(files.stream().mapToLong(FixedFile::size).sum());
    }

    /**
     * Compares what an import counts with what was published.
     *
     * @param options how it was read: of several parts, the one they name is compared with, else
     *     the one that agrees most
     */
    public KnownCheck check(DatasetSummary summary, ReadOptions options) {
        return KnownCheck.of(this, summary, options);
    }

    /** The same where nothing was said about how to read it. */
    public KnownCheck check(DatasetSummary summary) {
        return check(summary, ReadOptions.NONE);
    }
}
