package org.isogloss.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.corpus.format.ReadOptions;

/**
 * A data set as a recipe names it: where it lies and how it is to be read.
 *
 * <p>In JSON a path alone, or an object where its files do not say all:
 *
 * <pre>{@code
 * "xquad-r"
 * {"path": "scifact", "name": "scifact-test", "read": {"split": "test", "questionLang": "en", "answerLang": "en"}}
 * }</pre>
 *
 * @param path its file or folder, relative to the file that names it
 * @param name what results on it are filed under; the path's last name unless given
 * @param read what the files do not say themselves
 */
public record DataSource(String path, String name, ReadOptions read) {
    /**
     * @throws BadInputException if there is no path, or the name given could not name a folder
     */
    @JsonCreator
    public DataSource(
            @JsonProperty("path") String path,
            @JsonProperty("name") String name,
            @JsonProperty("read") ReadOptions read) {
        if (path == null) {
            throw new BadInputException("a data set in a recipe needs a path");
        }
        if (name != null && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new BadInputException(
                    "the name '%s' of data set '%s' must be made of letters, digits, dots, hyphens"
                                    .formatted(name, path)
                            + " and underscores, because it names a folder");
        }
        this.path = path;
        this.name = name == null ? Dataset.nameOf(Path.of(path)) : name;
        this.read = read == null ? ReadOptions.NONE : read;
    }

    /** A data set whose files say all. */
    @JsonCreator
    public static DataSource of(String path) {
        return new DataSource(path, null, ReadOptions.NONE);
    }

    /** The same data set elsewhere, under the same name. */
    DataSource at(UnaryOperator<String> place) {
        String moved = place.apply(path);
        return new DataSource(moved, named(path) ? name : null, read);
    }

    /**
     * Reads it.
     *
     * @throws BadInputException as {@link DatasetFormats#read(Path, ReadOptions)}
     */
    public Dataset dataset() {
        return dataset(PoolPlace.NONE);
    }

    /**
     * Reads it, a corpus too large for memory as an index on disk.
     *
     * @throws BadInputException as {@link DatasetFormats#read(Path, ReadOptions, PoolPlace)}
     */
    public Dataset dataset(PoolPlace place) {
        Dataset dataset = DatasetFormats.read(Path.of(path), read, place);
        return named(path) ? dataset.withName(name) : dataset;
    }

    /** True if its name is not that of its path. */
    private boolean named(String path) {
        return !name.equals(Dataset.nameOf(Path.of(path)));
    }

    @JsonValue
    Object json() {
        return named(path) || !read.equals(ReadOptions.NONE)
                ? new Json(path, named(path) ? name : null, read)
                : path;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Json(String path, String name, ReadOptions read) {}
}
