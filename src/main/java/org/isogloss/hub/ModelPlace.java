package org.isogloss.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.base.BadInputException;

/**
 * Finds the folder of a model that is named by path or, where no such folder is, by its id on the
 * hub; never opens a connection.
 */
public final class ModelPlace {
    private static final String MAIN = "main";

    private final HubSettings settings;

    public ModelPlace(HubSettings settings) {
        this.settings = settings;
    }

    /**
     * The folder of a model.
     *
     * @return the path as given, if something is there or it cannot be an id
     * @throws BadInputException if it looks like an id whose model was not fetched
     */
    public Path of(Path given) {
        return Files.exists(given) ? given : ofAbsent(given).orElse(given);
    }

    /**
     * The folder of a model whose name is no path to anything.
     *
     * @return nothing if the name cannot be an id
     * @throws BadInputException if it looks like an id whose model was not fetched
     */
    public Optional<Path> ofAbsent(Path given) {
        return ModelId.lookingLike(given).map(this::fetched);
    }

    private Path fetched(ModelId id) {
        HubCache cache = new HubCache(settings.cache(), id);
        Optional<String> commit = cache.commit(MAIN);
        return commit.flatMap(cache::complete)
                .map(listing -> cache.snapshot(listing.commit()))
                .orElseThrow(() -> absent(id, cache, commit));
    }

    private BadInputException absent(ModelId id, HubCache cache, Optional<String> commit) {
        String remedy = "; isogloss model get " + id + " fetches it";
        Path snapshot = cache.snapshot(commit.orElse(MAIN));
        return new BadInputException(
                Files.isDirectory(snapshot)
                        ? id + ": some files may be missing in " + snapshot + remedy
                        : id
                                + ": there is no such folder here and no such model in "
                                + settings.cache()
                                + remedy);
    }
}
