package org.isogloss.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.base.MappedFile;

/**
 * Vectors of more texts than fit into memory, in a folder:
 *
 * <ul>
 *   <li>{@code manifest.json}: a {@link VectorManifest}, written first
 *   <li>{@code vectors-00000.npy}, {@code vectors-00001.npy} …: NumPy arrays, float32 [R, E], the
 *       rows in order, R = {@code shardRows} in all but the last; each written aside and then moved
 * </ul>
 *
 * <p>So {@code numpy.concatenate([numpy.load(f, mmap_mode="r") for f in sorted(glob(…))])} is the
 * whole. A shard that is there is finished: whoever goes on after a kill writes those {@link
 * #missing}. Finished shards are mapped into memory where rows are asked for; reading is safe from
 * several threads.
 */
public final class ShardedVectors {
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final VectorManifest manifest;
    private final MappedFile[] mapped;

    private ShardedVectors(Path folder, VectorManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        mapped = new MappedFile[manifest.shards()];
    }

    /**
     * Begins vectors in a folder, or goes on with those begun there.
     *
     * @throws BadInputException naming what differs if other vectors were begun there
     */
    public static ShardedVectors resume(Path folder, VectorManifest manifest) {
        Path file = folder.resolve(MANIFEST);
        if (Files.exists(file)) {
            requireSame(file, JsonFile.read(file, VectorManifest.class), manifest);
            AtomicFile.removeDead(folder);
        } else {
            JsonFile.write(file, manifest);
        }
        return new ShardedVectors(folder, manifest);
    }

    /**
     * Opens finished vectors.
     *
     * @throws BadInputException if there are none or shards are missing
     */
    public static ShardedVectors open(Path folder) {
        Path file = folder.resolve(MANIFEST);
        VectorManifest manifest = JsonFile.read(file, VectorManifest.class);
        require(file, "format", manifest.format(), VectorManifest.FORMAT);
        ShardedVectors vectors = new ShardedVectors(folder, manifest);
        List<Integer> missing = vectors.missing();
        if (!missing.isEmpty()) {
            throw BadInputException.in(
                    folder,
                    "lacks %d of %d shards, the first of them %s; encode on"
                            .formatted(
                                    missing.size(),
                                    manifest.shards(),
                                    vectors.shard(missing.get(0)).getFileName()));
        }
        return vectors;
    }

    private static void requireSame(Path file, VectorManifest found, VectorManifest wanted) {
        require(file, "format", found.format(), wanted.format());
        require(file, "data", found.data(), wanted.data());
        require(file, "model", found.model(), wanted.model());
        require(file, "settings", found.settings(), wanted.settings());
        require(file, "side", found.side(), wanted.side());
        require(file, "context", found.context(), wanted.context());
        require(file, "count", found.count(), wanted.count());
        require(file, "dimension", found.dimension(), wanted.dimension());
        require(file, "shardRows", found.shardRows(), wanted.shardRows());
    }

    private static void require(Path file, String what, Object found, Object wanted) {
        if (!Objects.equals(found, wanted)) {
            throw BadInputException.in(
                    file,
                    "\"%s\" of the vectors there is %s, not %s; name another folder or delete this"
                                    .formatted(what, found, wanted)
                            + " one");
        }
    }

    /** What the vectors are of. */
    public VectorManifest manifest() {
        return manifest;
    }

    /** The shards that are not finished, in order. */
    public List<Integer> missing() {
        return IntStream.range(0, manifest.shards())
                .filter(shard -> !Files.exists(shard(shard)))
                .boxed()
                .toList();
    }

    /**
     * Finishes a shard.
     *
     * @throws IllegalArgumentException if the vectors are not as many and as long as the manifest
     *     says
     */
    public void write(int shard, Vectors vectors) {
        int rows = manifest.to(shard) - manifest.from(shard);
        if (vectors.count() != rows || vectors.dimension() != manifest.dimension()) {
            throw new IllegalArgumentException(
                    vectors + " is not shard " + shard + ": [" + rows + ", E]");
        }
        vectors.writeNpy(shard(shard));
    }

    /**
     * Some rows of one finished shard, where they lie in the mapped file: float32 [to − from, E],
     * little-endian.
     *
     * @throws BadInputException if the shard's file is not what the manifest says
     * @throws IllegalArgumentException if the rows are not of one shard
     */
    public ByteBuffer rows(int from, int to) {
        int shard = from / manifest.shardRows();
        if (to > manifest.to(shard)) {
            throw new IllegalArgumentException(
                    "rows " + from + " to " + to + " are not of one shard");
        }
        MappedFile file = mapped(shard);
        long row = (long) manifest.dimension() * Float.BYTES;
        long values = row * (manifest.to(shard) - manifest.from(shard));
        long at = file.size() - values + row * (from - manifest.from(shard));
        return file.view(at, Math.toIntExact(row * (to - from)));
    }

    private synchronized MappedFile mapped(int shard) {
        if (mapped[shard] == null) {
            mapped[shard] = checked(shard);
        }
        return mapped[shard];
    }

    private MappedFile checked(int shard) {
        Path file = shard(shard);
        MappedFile found = new MappedFile(file);
        int rows = manifest.to(shard) - manifest.from(shard);
        NpyHeader expected = new NpyHeader(rows, manifest.dimension());
        long size = expected.bytes().length + expected.values() * Float.BYTES;
        try (InputStream in = Files.newInputStream(file)) {
            if (found.size() != size || !NpyHeader.read(file, in).equals(expected)) {
                throw BadInputException.in(
                        file,
                        "is not the array of %d by %d in %d bytes that was written; delete it and"
                                        .formatted(rows, manifest.dimension(), size)
                                + " encode on");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return found;
    }

    /**
     * Looks at every finished shard.
     *
     * @throws BadInputException naming the first whose file is not what the manifest says
     */
    public void check() {
        List<Integer> missing = missing();
        IntStream.range(0, manifest.shards())
                .filter(shard -> !missing.contains(shard))
                .forEach(this::checked);
    }

    private Path shard(int number) {
        return folder.resolve(String.format(Locale.ROOT, "vectors-%05d.npy", number));
    }
}
