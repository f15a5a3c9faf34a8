package org.isogloss.base;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The central directory of a zip file word for word, before anything in it is believed: Java's own
 * readers keep silent about links, doubled names and most of what else a hostile archive holds.
 *
 * @param entries every entry in the directory's order, doubled names included
 * @param fileSize the archive's bytes
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT, section
 *     4.3</a>
 */
record ZipListing(List<Entry> entries, long fileSize) {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int EXTRA_64 = 1;
    private static final int LARGEST_DIRECTORY = 1 << 28;
    private static final long IN_EXTRA = 0xffffffffL;

    ZipListing {
        entries = List.copyOf(entries);
    }

    /**
     * One entry as the directory announces it.
     *
     * @param name its path, or its bytes in hexadecimal where they are not UTF-8
     * @param utf8 whether its name is UTF-8
     * @param flags the general purpose flags
     * @param method how it is compressed: 0 not at all, 8 deflate
     * @param checksum its content's CRC-32
     * @param compressed its bytes in the archive
     * @param size its content's bytes
     * @param mode its Unix mode, or 0 where it was packed on another system
     */
    record Entry(
            String name,
            boolean utf8,
            int flags,
            int method,
            int checksum,
            long compressed,
            long size,
            int mode) {}

    /** Where the directory lies. */
    private record Directory(long start, long bytes) {}

    /**
     * Reads a directory.
     *
     * @throws BadInputException if the file is no zip file or its directory is broken
     */
    static ZipListing read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            Directory directory = directory(file, channel);
            if (directory.bytes < 0 || directory.bytes > LARGEST_DIRECTORY || directory.start < 0) {
                throw broken(file);
            }
            ByteBuffer bytes = bytes(channel, directory.start, (int) directory.bytes);
            List<Entry> entries = new ArrayList<>();
            while (bytes.hasRemaining()) {
                entries.add(entry(file, bytes));
            }
            return new ZipListing(entries, channel.size());
        } catch (EOFException e) {
            throw BadInputException.in(file, "was cut short; fetch or pack it again", e);
        }
    }

    private static Directory directory(Path file, FileChannel channel) throws IOException {
        int tailBytes = (int) Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
        long tailStart = channel.size() - tailBytes;
        ByteBuffer tail = bytes(channel, tailStart, tailBytes);
        for (int at = tailBytes - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END
                    && at + END_BYTES + unsigned(tail.getShort(at + 20)) == tailBytes) {
                long end = tailStart + at;
                long size = unsigned(tail.getInt(at + 12));
                boolean large =
                        size == IN_EXTRA
                                || unsigned(tail.getInt(at + 16)) == IN_EXTRA
                                || unsigned(tail.getShort(at + 10)) == 0xffff;
                return large ? large(channel, end, size) : new Directory(end - size, size);
            }
        }
        throw BadInputException.in(
                file, "is not a whole zip archive; fetch or pack it again, or rename it");
    }

    /** The directory of an archive beyond 4 GiB or 65,535 entries; else the one known already. */
    private static Directory large(FileChannel channel, long end, long size) throws IOException {
        Directory small = new Directory(end - size, size);
        if (end < LOCATOR_BYTES) {
            return small;
        }
        ByteBuffer locator = bytes(channel, end - LOCATOR_BYTES, LOCATOR_BYTES);
        if (locator.getInt(0) != LOCATOR) {
            return small;
        }
        long at = locator.getLong(8);
        if (at < 0) {
            return new Directory(at, 0);
        }
        ByteBuffer record = bytes(channel, at, END_64_BYTES);
        if (record.getInt(0) != END_64) {
            return small;
        }
        long bytes = record.getLong(40);
        return new Directory(at - bytes, bytes);
    }

    private static Entry entry(Path file, ByteBuffer bytes) {
        int at = bytes.position();
        if (bytes.remaining() < HEADER_BYTES || bytes.getInt(at) != HEADER) {
            throw broken(file);
        }
        int nameBytes = unsigned(bytes.getShort(at + 28));
        int extraBytes = unsigned(bytes.getShort(at + 30));
        int commentBytes = unsigned(bytes.getShort(at + 32));
        if (bytes.remaining() < HEADER_BYTES + nameBytes + extraBytes + commentBytes) {
            throw broken(file);
        }
        ByteBuffer name = bytes.slice(at + HEADER_BYTES, nameBytes);
        ByteBuffer extra = bytes.slice(at + HEADER_BYTES + nameBytes, extraBytes);
        long size = unsigned(bytes.getInt(at + 24));
        long compressed = unsigned(bytes.getInt(at + 20));
        if (size == IN_EXTRA || compressed == IN_EXTRA) {
            ByteBuffer sizes = sizes(extra.order(ByteOrder.LITTLE_ENDIAN));
            size = size == IN_EXTRA ? large(file, sizes) : size;
            compressed = compressed == IN_EXTRA ? large(file, sizes) : compressed;
        }
        int host = unsigned(bytes.getShort(at + 4)) >> Byte.SIZE;
        boolean unix = host == 3 || host == 19; // 19: macOS
        bytes.position(at + HEADER_BYTES + nameBytes + extraBytes + commentBytes);
        String text = utf8(name.duplicate());
        return new Entry(
                text == null ? hexadecimal(name) : text,
                text != null,
                unsigned(bytes.getShort(at + 8)),
                unsigned(bytes.getShort(at + 10)),
                bytes.getInt(at + 16),
                compressed,
                size,
                unix ? bytes.getInt(at + 38) >>> Short.SIZE : 0);
    }

    /** The extra field that holds sizes beyond 4 GiB; empty if there is none. */
    private static ByteBuffer sizes(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = unsigned(extra.getShort());
            int length = Math.min(unsigned(extra.getShort()), extra.remaining());
            if (id == EXTRA_64) {
                return extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static long large(Path file, ByteBuffer sizes) {
        if (sizes.remaining() < Long.BYTES) {
            throw broken(file);
        }
        long size = sizes.getLong();
        if (size < 0) {
            throw broken(file);
        }
        return size;
    }

    private static String utf8(ByteBuffer name) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(name).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String hexadecimal(ByteBuffer name) {
        StringBuilder text = new StringBuilder();
        while (name.hasRemaining()) {
            text.append(String.format(Locale.ROOT, "%02x", name.get()));
        }
        return text.toString();
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        if (at < 0) {
            throw new EOFException("offset " + at);
        }
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("at byte " + (at + bytes.position()));
            }
        }
        return bytes.flip();
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }

    private static BadInputException broken(Path file) {
        return BadInputException.in(file, "has a broken table of contents; fetch or pack it again");
    }
}
