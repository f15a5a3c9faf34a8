package org.isogloss.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;

/**
 * Gets models from the hub into the cache, where they are used from without a connection.
 *
 * <p>All methods throw {@link BadInputException} where the hub refuses, and {@link
 * UncheckedIOException} where it cannot be reached or sends what it did not list.
 */
public final class ModelHub {
    private final HubSettings settings;
    private final Duration firstWait;

    public ModelHub(HubSettings settings) {
        this(settings, Duration.ofSeconds(1));
    }

    ModelHub(HubSettings settings, Duration firstWait) {
        this.settings = settings;
        this.firstWait = firstWait;
    }

    /**
     * What would be fetched of a model; nothing is asked if the version is known and here.
     *
     * @param revision a branch, a tag or a commit
     * @throws CancellationException if asked to stop
     */
    public ModelListing listing(ModelId id, String revision, Cancellation stop) {
        HubTree.requireRevision(revision);
        HubCache cache = new HubCache(settings.cache(), id);
        boolean fixed = ModelListing.isCommit(revision);
        if (fixed || settings.offline()) {
            var here = cache.commit(revision).flatMap(cache::complete);
            if (here.isPresent()) {
                return here.get();
            }
        }
        HubTree tree = new HubTree(client(id, stop), Repository.model(id, settings));
        try {
            String commit = tree.commit(revision);
            var here = cache.complete(ModelListing.isCommit(commit) ? commit : "none");
            return here.isPresent()
                    ? here.get()
                    : ModelListing.choose(id, commit, tree.files(commit));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HubClient client(ModelId id, Cancellation stop) {
        if (settings.offline()) {
            throw new BadInputException(
                    id
                            + " is not complete in "
                            + settings.cache()
                            + ", and HF_HUB_OFFLINE forbids to fetch it; unset it");
        }
        return new HubClient(Repository.model(id, settings), firstWait, stop);
    }

    /** Bytes of a model that are still to come. */
    public long missing(ModelListing listing) {
        HubCache cache = new HubCache(settings.cache(), new ModelId(listing.id()));
        return listing.files().stream().mapToLong(file -> missing(cache, file)).sum();
    }

    private static long missing(HubCache cache, HubFile file) {
        if (HubCache.isThere(cache.blob(file), file)) {
            return 0;
        }
        try {
            Path incomplete = cache.incomplete(file);
            long have = Files.exists(incomplete) ? Files.size(incomplete) : 0;
            return have > file.size() ? file.size() : file.size() - have;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + cache.folder() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Fetches what is missing of a model.
     *
     * @param revision as asked for, to be found under that name later
     * @param progress in bytes of the whole model
     * @return the model's folder
     * @throws CancellationException if asked to stop; what came is kept
     */
    public Path fetch(ModelListing listing, String revision, Progress progress, Cancellation stop) {
        HubTree.requireRevision(revision);
        ModelId id = new ModelId(listing.id());
        HubCache cache = new HubCache(settings.cache(), id);
        String commit = listing.commit();
        if (cache.commit(revision).filter(commit::equals).flatMap(cache::complete).isPresent()) {
            return cache.snapshot(commit); // also where the cache may only be read
        }
        try (FileChannel locked = cache.lock(stop)) {
            requireSpace(
                    cache.folder(),
                    missing(listing),
                    "set HF_HUB_CACHE to a folder on another disk");
            FetchedBytes bytes = new FetchedBytes("fetching " + id, listing.size(), progress);
            for (HubFile file : listing.files()) {
                if (!HubCache.isThere(cache.blob(file), file)) {
                    fetch(client(id, stop), cache, listing, file, bytes);
                }
                bytes.add(file.size());
            }
            return cache.finish(listing, revision);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot get " + id + ": " + e.getMessage(), e);
        }
    }

    private static void fetch(
            HubClient client,
            HubCache cache,
            ModelListing listing,
            HubFile file,
            FetchedBytes bytes)
            throws IOException, InterruptedException {
        String at = "/" + listing.id() + "/resolve/" + listing.commit() + "/" + file.path();
        try (PartialFile partial = new PartialFile(cache.incomplete(file), file)) {
            client.download(client.address(at), partial, file.size(), bytes::at);
            partial.moveTo(cache.blob(file));
        }
    }

    /**
     * Refuses to begin what cannot end.
     *
     * @param otherwise what to do other than making room
     * @throws BadInputException if the disk has less room than needed
     */
    static void requireSpace(Path folder, long needed, String otherwise) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        long free = Files.getFileStore(existing).getUsableSpace();
        if (needed > free) {
            throw BadInputException.in(
                    folder,
                    String.format(
                            Locale.ROOT,
                            "%,d bytes are to come, but the disk has room for %,d; make room or %s",
                            needed,
                            free,
                            otherwise));
        }
    }

    static CancellationException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(e);
        return cancelled;
    }
}
