package org.isogloss.corpus.format;

import java.nio.file.Path;
import org.isogloss.base.OpenedPath;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;

/**
 * A data set as both of its uses: items to train on and a collection to be scored on.
 *
 * @param name the folder's or file's name
 * @param format the id of the format it was read in
 * @param items questions with their answers, language by language
 * @param collection questions, candidates and judgments
 */
public record Dataset(String name, String format, ParallelCorpus items, TestCollection collection) {

    /**
     * The name a data set has from its path: a folder's name, a file's without its endings;
     * whatever lies in an archive has the archive's.
     */
    public static String nameOf(Path path) {
        Path named = OpenedPath.archiveOf(path).orElse(path);
        String last = named.toAbsolutePath().normalize().getFileName().toString();
        return last.replaceFirst("(\\.jsonl?(\\.gz)?)?(\\.zip)?$", "");
    }
}
