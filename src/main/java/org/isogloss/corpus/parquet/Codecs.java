package org.isogloss.corpus.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Unpacks pages in plain Java; those of parquet-java need Hadoop or native code. */
final class Codecs implements CompressionCodecFactory {
    static final Set<CompressionCodecName> KNOWN =
            Set.of(
                    CompressionCodecName.UNCOMPRESSED,
                    CompressionCodecName.SNAPPY,
                    CompressionCodecName.GZIP,
                    CompressionCodecName.ZSTD,
                    CompressionCodecName.LZ4_RAW);

    /** Writers make pages of a megabyte; one of this size is a bomb or damaged. */
    private static final int LARGEST_PAGE = 1 << 28;

    /** Unpacks the whole of a page. */
    private interface Unpacking {
        /** Returns how many bytes came out. */
        int unpack(byte[] packed, byte[] page) throws IOException;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Pages(Codecs::copy);
            case SNAPPY -> new Pages(by(new SnappyDecompressor()));
            case ZSTD -> new Pages(by(new ZstdDecompressor()));
            case LZ4_RAW -> new Pages(by(new Lz4Decompressor()));
            case GZIP -> new Pages(Codecs::gunzip);
            default -> throw new IllegalArgumentException("no codec for " + codec);
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("Parquet is only read");
    }

    @Override
    public void release() {}

    private static Unpacking by(Decompressor codec) {
        return (packed, page) -> codec.decompress(packed, 0, packed.length, page, 0, page.length);
    }

    private static int gunzip(byte[] packed, byte[] page) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            int length = in.readNBytes(page, 0, page.length);
            return in.read() < 0 ? length : length + 1;
        }
    }

    private static int copy(byte[] packed, byte[] page) {
        System.arraycopy(packed, 0, page, 0, Math.min(packed.length, page.length));
        return packed.length;
    }

    /** The pages of one codec. */
    private record Pages(Unpacking unpacking) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            return BytesInput.from(unpacked(packed.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer page, int size)
                throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            page.put(unpacked(bytes, size));
        }

        private byte[] unpacked(byte[] packed, int size) throws IOException {
            if (size < 0 || size > LARGEST_PAGE) {
                throw new IOException(
                        "a page says it has %,d bytes; %,d are read at most"
                                .formatted(size, LARGEST_PAGE));
            }
            byte[] page = new byte[size];
            // A page of nulls only has no bytes at all, packed or not.
            int length = size == 0 ? 0 : unpacking.unpack(packed, page);
            if (length != size) {
                throw new IOException(
                        "a page says it has %,d bytes but has others".formatted(size));
            }
            return page;
        }

        @Override
        public void release() {}
    }
}
