package org.isogloss.base;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * What a zip archive has to be before its content is read: every entry a plain file or folder under
 * a name of its own inside the archive, none encrypted, none larger than its place explains.
 *
 * <p>A content larger than 16 MiB may be at most {@code growth} times as large as its place in the
 * archive, and so may all together: deflate reaches 1,032, text 3 to 30. Since places may not
 * overlap either, what an archive can make one read is bounded by its own size (Fifield 2019, "A
 * better zip bomb").
 *
 * @param file the archive
 * @param mostEntries how many entries it may have
 * @param growth how many times its place an entry's content may be
 */
record ZipCheck(Path file, int mostEntries, int growth) {
    static final int ENTRIES = 100_000;
    static final int GROWTH = 200;

    private static final long HARMLESS = 1L << 24;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int KIND = 0xf000;
    private static final int LINK = 0xa000;
    private static final Set<Integer> PLAIN = Set.of(0, 0x8000, 0x4000);
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /**
     * Checks what the archive announces.
     *
     * @throws BadInputException naming archive, entry and remedy
     */
    void announced(ZipListing listing) {
        if (listing.entries().size() > mostEntries) {
            throw BadInputException.in(
                    file,
                    String.format(
                            Locale.ROOT,
                            "holds %,d entries, over %,d; unpack it and name the folder",
                            listing.entries().size(),
                            mostEntries));
        }
        long compressed = 0;
        long size = 0;
        for (ZipListing.Entry entry : listing.entries()) {
            name(entry);
            kind(entry);
            growth(entry.name(), entry.compressed(), entry.size());
            compressed = sum(compressed, entry.compressed());
            size = sum(size, entry.size());
        }
        if (compressed > listing.fileSize()) {
            throw BadInputException.in(
                    file, "holds entries that overlap, as in a zip bomb; pack it again");
        }
        growth("", listing.fileSize(), size);
        distinct(listing.entries());
    }

    private void name(ZipListing.Entry entry) {
        String name = entry.name();
        if (!entry.utf8()) {
            throw bad(name, "has a name that is not UTF-8; pack it again with UTF-8 names");
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw bad(name, "has an absolute path; pack it again with relative ones");
        }
        if (name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw bad(name, "has a backslash or control character in its name; pack it again");
        }
        for (String part : plain(name).split("/", -1)) {
            if (part.equals("..") || part.equals(".") || part.isEmpty()) {
                throw bad(name, "leads out of the archive or nowhere; pack it again without '..'");
            }
        }
    }

    private void kind(ZipListing.Entry entry) {
        if ((entry.flags() & ENCRYPTED) != 0) {
            throw bad(entry.name(), "is encrypted; unpack it with its password first");
        }
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw bad(
                    entry.name(),
                    "is compressed by method "
                            + entry.method()
                            + ", but only deflate is read; pack it again");
        }
        int kind = entry.mode() & KIND;
        if (kind == LINK) {
            throw bad(entry.name(), "is a symbolic link; pack the file it points to");
        }
        if (!PLAIN.contains(kind)) {
            throw bad(entry.name(), "is neither a file nor a folder; pack it again without it");
        }
        if (entry.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw bad(entry.name(), "is an archive in an archive; unpack the outer one first");
        }
    }

    private void growth(String name, long place, long size) {
        if (size > HARMLESS && size / growth > place) {
            throw bad(
                    name,
                    String.format(
                            Locale.ROOT,
                            "would grow from %,d to %,d bytes, over %d-fold, as a zip bomb does;"
                                    + " unpack it yourself if you trust it",
                            place,
                            size,
                            growth));
        }
    }

    private void distinct(List<ZipListing.Entry> entries) {
        Set<String> names = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (ZipListing.Entry entry : entries) {
            String name = plain(entry.name());
            if (!names.add(name)) {
                throw bad(name, "stands twice in the archive; pack it again with one of them");
            }
            if (entry.name().endsWith("/")) {
                folders.add(name);
            }
            for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
                folders.add(name.substring(0, at));
            }
        }
        for (ZipListing.Entry entry : entries) {
            if (!entry.name().endsWith("/") && folders.contains(entry.name())) {
                throw bad(entry.name(), "is both a file and a folder; pack it again");
            }
        }
    }

    /**
     * Reads every entry once, through the very file system readers are given, so that none of them
     * meets more bytes than announced, or others.
     *
     * @throws BadInputException naming the entry whose content is not as announced
     */
    void content(
            ZipListing listing, FileSystem archive, Progress progress, Cancellation cancellation)
            throws IOException {
        noOther(listing, archive);
        String what = "checking " + file.getFileName();
        long total = listing.entries().stream().mapToLong(ZipListing.Entry::size).sum();
        long done = 0;
        byte[] buffer = new byte[1 << 16];
        for (ZipListing.Entry entry : listing.entries()) {
            Path path = archive.getPath("/" + entry.name());
            if (entry.name().endsWith("/")) {
                continue;
            }
            CRC32 checksum = new CRC32();
            long size = 0;
            try (InputStream in = Files.newInputStream(path)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    cancellation.check();
                    checksum.update(buffer, 0, n);
                    size += n;
                    if (size > entry.size()) {
                        break;
                    }
                    progress.at(what, done + size, total);
                }
            } catch (ZipException | EOFException e) {
                throw BadInputException.in(
                        path, "is broken (" + e.getMessage() + "); fetch or pack it again", e);
            }
            if (size != entry.size() || (int) checksum.getValue() != entry.checksum()) {
                throw BadInputException.in(
                        path,
                        String.format(
                                Locale.ROOT,
                                "is not the %,d bytes with checksum %08x that the archive"
                                        + " announces; fetch or pack it again",
                                entry.size(),
                                entry.checksum()));
            }
            done += size;
        }
    }

    /** Two tables of contents in one archive would show us another than the reader sees. */
    private void noOther(ZipListing listing, FileSystem archive) throws IOException {
        Set<String> known = new HashSet<>();
        listing.entries().forEach(entry -> known.add("/" + entry.name()));
        try (Stream<Path> all = Files.walk(archive.getPath("/"))) {
            Optional<Path> other =
                    all.filter(Files::isRegularFile)
                            .filter(path -> !known.contains(path.toString()))
                            .findFirst();
            if (other.isPresent()) {
                throw BadInputException.in(
                        other.get(), "is in one of two tables of contents; pack it again");
            }
        }
    }

    private static String plain(String name) {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private BadInputException bad(String entry, String problem) {
        return new BadInputException(file + (entry.isEmpty() ? "" : "!/" + entry) + ": " + problem);
    }
}
