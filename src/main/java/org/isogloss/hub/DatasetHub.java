package org.isogloss.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;

/**
 * Gets the files of data sets into a folder, from the hub or from fixed addresses; each is checked
 * before it gets its name, so that a folder holds only what was listed.
 *
 * <p>All methods throw {@link BadInputException} where a server refuses, and {@link
 * UncheckedIOException} where it cannot be reached or sends what was not listed.
 */
public final class DatasetHub {
    private final HubSettings settings;
    private final Duration firstWait;

    public DatasetHub(HubSettings settings) {
        this(settings, Duration.ofSeconds(1));
    }

    DatasetHub(HubSettings settings, Duration firstWait) {
        this.settings = settings;
        this.firstWait = firstWait;
    }

    /**
     * What a repository of the hub has.
     *
     * @param repository such as {@code miracl/miracl}
     * @param revision a branch, a tag or a commit; files are then fetched from its commit
     * @param wanted fits the whole paths of the files that count
     * @throws BadInputException if none does
     * @throws CancellationException if asked to stop
     */
    public List<RemoteFile> listing(
            String repository, String revision, Pattern wanted, Cancellation stop) {
        HubTree.requireRevision(revision);
        Repository asked = Repository.dataset(repository, settings);
        requireOnline(repository);
        HubTree tree = new HubTree(new HubClient(asked, firstWait, stop), asked);
        try {
            String commit = ModelListing.isCommit(revision) ? revision : tree.commit(revision);
            if (!ModelListing.isCommit(commit)) {
                throw new BadInputException(
                        "the hub gives %s the version '%s', which is no commit"
                                .formatted(repository, commit));
            }
            List<RemoteFile> files =
                    tree.files(commit).stream()
                            .filter(file -> wanted.matcher(file.path()).matches())
                            .map(file -> new RemoteFile(address(asked, commit, file), file))
                            .toList();
            if (files.isEmpty()) {
                throw new BadInputException(
                        "%s has no file like %s at commit %s; look at %s%s"
                                .formatted(
                                        repository,
                                        wanted,
                                        commit,
                                        asked.endpoint(),
                                        asked.page()));
            }
            return files;
        } catch (InterruptedException e) {
            throw ModelHub.interrupted(e);
        }
    }

    private static URI address(Repository repository, String commit, HubFile file) {
        try {
            String path = repository.page() + "/resolve/" + commit + "/" + file.path();
            String encoded = new URI(null, null, path, null).getRawPath();
            return URI.create(repository.endpoint() + encoded);
        } catch (URISyntaxException e) {
            throw new BadInputException(
                    "the hub lists a file '" + file.path() + "', which has no address", e);
        }
    }

    private void requireOnline(String what) {
        if (settings.offline()) {
            throw new BadInputException(
                    what + " is to be fetched, but HF_HUB_OFFLINE forbids it; unset it");
        }
    }

    /** Bytes that are still to come into a folder. */
    public long missing(List<RemoteFile> files, Path folder) {
        long missing = 0;
        for (RemoteFile remote : files) {
            missing += remote.file().size() - here(remote.file(), folder);
        }
        return missing;
    }

    private static long here(HubFile file, Path folder) {
        try {
            if (HubCache.isThere(folder.resolve(file.path()), file)) {
                return file.size();
            }
            Path incomplete = incomplete(file, folder);
            long have = Files.exists(incomplete) ? Files.size(incomplete) : 0;
            return have > file.size() ? 0 : have;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Hidden, so that it does not count as a file of the data set. */
    private static Path incomplete(HubFile file, Path folder) {
        Path place = folder.resolve(file.path());
        return place.resolveSibling("." + file.name() + "." + file.hash() + ".incomplete");
    }

    /**
     * Fetches what is missing; what is there already is checked, and what came of an earlier
     * attempt is not fetched again.
     *
     * @param what what progress shall call it
     * @param homepage where to look where a server refuses
     * @param progress in bytes of all files
     * @throws BadInputException if the folder holds other files of the same names
     * @throws CancellationException if asked to stop; what came is kept
     */
    public void fetch(
            String what,
            String homepage,
            List<RemoteFile> files,
            Path folder,
            Progress progress,
            Cancellation stop) {
        for (RemoteFile remote : files) {
            stop.check();
            requireOwn(remote.file(), folder);
        }
        long missing = missing(files, folder);
        try (FileChannel alone = alone(folder)) {
            ModelHub.requireSpace(folder, missing, "name a folder on another disk with --to");
            long total = files.stream().mapToLong(remote -> remote.file().size()).sum();
            FetchedBytes bytes = new FetchedBytes("fetching " + what, total, progress);
            for (RemoteFile remote : files) {
                stop.check();
                if (!HubCache.isThere(folder.resolve(remote.file().path()), remote.file())) {
                    requireOnline(what);
                    fetch(remote, homepage, folder, bytes, stop);
                }
                bytes.add(remote.file().size());
            }
            Files.deleteIfExists(lock(folder));
        } catch (InterruptedException e) {
            throw ModelHub.interrupted(e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot get " + what + ": " + e.getMessage(), e);
        }
    }

    /** Whatever has a name here was checked when it got it, unless somebody else put it there. */
    private static void requireOwn(HubFile file, Path folder) {
        Path place = folder.resolve(file.path());
        try {
            if (Files.exists(place) && !PartialFile.problem(place, file).isEmpty()) {
                throw BadInputException.in(
                        place,
                        "is there already, but is not the file to be fetched; move it away, or"
                                + " name another folder with --to");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    private void fetch(
            RemoteFile remote, String homepage, Path folder, FetchedBytes bytes, Cancellation stop)
            throws IOException, InterruptedException {
        HubFile file = remote.file();
        HubClient client = new HubClient(origin(remote, homepage), firstWait, stop);
        try (PartialFile partial = new PartialFile(incomplete(file, folder), file)) {
            client.download(remote.address(), partial, file.size(), bytes::at);
            partial.moveTo(folder.resolve(file.path()));
        }
    }

    private Origin origin(RemoteFile remote, String homepage) {
        String hub = settings.endpoint() + "/datasets/";
        String address = remote.address().toString();
        return address.startsWith(hub)
                ? Repository.dataset(
                        address.substring(hub.length()).replaceFirst("/resolve/.*", ""), settings)
                : FixedPlace.of(remote.address(), homepage);
    }

    private static Path lock(Path folder) {
        return folder.resolve(".isogloss.lock");
    }

    /** Keeps other processes from writing the same files. */
    private static FileChannel alone(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(lock(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            taken = false; // another thread of this process has it
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw BadInputException.in(
                    folder, "is being fetched into by another process; wait until it is done");
        }
        return channel;
    }
}
