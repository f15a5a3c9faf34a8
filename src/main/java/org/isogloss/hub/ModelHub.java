package org.isogloss.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets models from the hub into the cache, where they are used from without a connection.
 *
 * <p>All methods throw {@link BadInputException} where the hub refuses, and {@link
 * UncheckedIOException} where it cannot be reached or sends what it did not list.
 */
public final class ModelHub {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*rel=\"next\"");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");
    private static final int MOST_PAGES = 1000;

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
        requireRevision(revision);
        HubCache cache = new HubCache(settings.cache(), id);
        boolean fixed = ModelListing.isCommit(revision);
        if (fixed || settings.offline()) {
            var here = cache.commit(revision).flatMap(cache::complete);
            if (here.isPresent()) {
                return here.get();
            }
        }
        HubClient client = client(id, stop);
        try {
            String at = "/api/models/" + id + "/revision/" + encoded(revision);
            String commit = json(client.document(client.address(at))).path("sha").asString("");
            var here = cache.complete(ModelListing.isCommit(commit) ? commit : "none");
            return here.isPresent()
                    ? here.get()
                    : ModelListing.choose(id, commit, files(client, id, commit));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A revision names a file of the cache. */
    private static void requireRevision(String revision) {
        if (!REVISION.matcher(revision).matches()
                || revision.contains("..")
                || revision.contains("//")
                || revision.endsWith("/")) {
            throw new BadInputException(
                    "'" + revision + "' is no revision; name a branch, a tag or a commit");
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
        return new HubClient(id, settings, firstWait, stop);
    }

    private static String encoded(String revision) {
        return URLEncoder.encode(revision, StandardCharsets.UTF_8);
    }

    private static List<HubFile> files(HubClient client, ModelId id, String commit)
            throws InterruptedException {
        List<HubFile> files = new ArrayList<>();
        URI page = client.address("/api/models/" + id + "/tree/" + commit + "?recursive=true");
        for (int pages = 0; page != null; pages++) {
            if (pages == MOST_PAGES) {
                throw new BadInputException(page + ": the list of files does not end");
            }
            HttpResponse<byte[]> answer = client.document(page);
            for (JsonNode entry : json(answer)) {
                if (entry.path("type").asString("").equals("file")) {
                    files.add(file(entry));
                }
            }
            Matcher next = NEXT.matcher(String.join(",", answer.headers().allValues("Link")));
            page = next.find() ? page.resolve(next.group(1)) : null;
        }
        return files;
    }

    /** Large files are listed with their SHA-256, small ones with the id git gives them. */
    private static HubFile file(JsonNode entry) {
        JsonNode large = entry.path("lfs");
        JsonNode facts = large.isObject() ? large : entry;
        return new HubFile(
                entry.path("path").asString(""),
                facts.path("size").asLong(-1),
                facts.path("oid").asString("").replaceFirst("^sha256:", ""));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new BadInputException(
                    answer.uri() + " answers with something else than JSON; check HF_ENDPOINT", e);
        }
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
        requireRevision(revision);
        ModelId id = new ModelId(listing.id());
        HubCache cache = new HubCache(settings.cache(), id);
        String commit = listing.commit();
        if (cache.commit(revision).filter(commit::equals).flatMap(cache::complete).isPresent()) {
            return cache.snapshot(commit); // also where the cache may only be read
        }
        try (FileChannel locked = cache.lock(stop)) {
            requireSpace(cache.folder(), missing(listing));
            Bytes bytes = new Bytes("fetching " + id, listing.size(), progress);
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
            HubClient client, HubCache cache, ModelListing listing, HubFile file, Bytes bytes)
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
     * @throws BadInputException if the disk has less room than needed
     */
    static void requireSpace(Path folder, long needed) throws IOException {
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
                            "%,d bytes are to come, but the disk has room for %,d; make room or"
                                    + " set HF_HUB_CACHE to a folder on another disk",
                            needed,
                            free));
        }
    }

    /** The bytes of files that are done, and of the one that is being fetched. */
    private static final class Bytes {
        private final String what;
        private final long total;
        private final Progress progress;
        private long done;

        Bytes(String what, long total, Progress progress) {
            this.what = what;
            this.total = total;
            this.progress = progress;
        }

        void add(long file) {
            done += file;
            progress.at(what, done, total);
        }

        void at(long ofFile) {
            progress.at(what, Math.min(done + ofFile, total - 1), total);
        }
    }

    private static CancellationException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(e);
        return cancelled;
    }
}
