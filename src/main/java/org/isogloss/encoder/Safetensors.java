package org.isogloss.encoder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.encoder.SafetensorsHeader.Place;

/**
 * A safetensors file, open for reading: float32, float16 and bfloat16 tensors as float32.
 *
 * <p>Opening reads the header alone; a tensor's bytes are mapped where they are asked for, at most
 * 1 GiB at once, so neither a file nor a tensor has to fit into memory or into 2 GiB. Reading is
 * safe from several threads. Until the garbage collector has run, Windows does not let a file be
 * deleted whose tensors were read.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public final class Safetensors implements AutoCloseable {
    private static final int PIECE = 1 << 18; // elements: one MiB of float32
    private static final int LARGEST_MAPPING = 1 << 30; // bytes; a buffer ends below 2 GiB

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Place> places;

    /**
     * Opens a file.
     *
     * @throws BadInputException if there is no such file or its header does not fit its size
     */
    public Safetensors(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw BadInputException.in(file, "there is no such file");
        }
        try {
            channel = FileChannel.open(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
        try {
            places = SafetensorsHeader.read(file, channel).tensors();
        } catch (IOException e) {
            close();
            throw unreadable(e);
        } catch (BadInputException e) {
            close();
            throw e;
        }
    }

    /** The names of all tensors, in the file's order. */
    public Set<String> names() {
        return places.keySet();
    }

    /** A tensor's shape, or empty if the file holds none of that name. */
    public Optional<List<Long>> shape(String name) {
        return Optional.ofNullable(places.get(name)).map(Place::shape);
    }

    /**
     * A tensor, whose values can be read until this file is closed.
     *
     * @throws BadInputException if the file holds none of that name, or of another type than F32,
     *     F16 and BF16
     */
    public NamedTensor tensor(String name) {
        Place place = places.get(name);
        if (place == null) {
            throw BadInputException.in(
                    file, "holds no tensor '" + name + "', only " + places.keySet());
        }
        if (!place.type().widens()) {
            throw BadInputException.in(
                    file,
                    "tensor '"
                            + name
                            + "' is of type "
                            + place.type()
                            + "; only F32, F16 and BF16 are read, convert it to F32");
        }
        return new NamedTensor(name, place.shape(), (from, into) -> read(place, from, into));
    }

    /**
     * Maps what is asked for and no more, and keeps no mapping: Java 17 cannot unmap, so address
     * space goes back when the collector finds that nobody holds the buffer.
     */
    private void read(Place place, long from, FloatBuffer into) {
        int width = place.type().bytes();
        long at = place.position() + from * width;
        try {
            while (into.hasRemaining()) {
                long bytes = Math.min(LARGEST_MAPPING, (long) into.remaining() * width);
                if (at + bytes > channel.size()) { // a mapping past the end would end the process
                    throw BadInputException.in(
                            file,
                            "was cut short to "
                                    + channel.size()
                                    + " bytes while it was open; fetch or write it again");
                }
                place.type().widen(channel.map(MapMode.READ_ONLY, at, bytes), into);
                at += bytes;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }

    /**
     * Writes tensors as float32, aside and then moved, in the order given.
     *
     * <p>The metadata says {@code "format": "pt"}, without which transformers refuses the file.
     */
    public static void write(Path file, Collection<NamedTensor> tensors) {
        byte[] header = header(tensors);
        AtomicFile.write(
                file,
                out -> {
                    ByteBuffer length = ByteBuffer.allocate(Long.BYTES);
                    out.write(length.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
                    out.write(header);
                    for (NamedTensor tensor : tensors) {
                        write(tensor, out);
                    }
                });
    }

    private static byte[] header(Collection<NamedTensor> tensors) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("__metadata__", Map.of("format", "pt"));
        long at = 0;
        for (NamedTensor tensor : tensors) {
            long end = at + tensor.size() * Float.BYTES;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", ElementType.F32.name());
            entry.put("shape", tensor.shape());
            entry.put("data_offsets", List.of(at, end));
            if (header.put(tensor.name(), entry) != null) {
                throw new IllegalArgumentException("two tensors are named " + tensor.name());
            }
            at = end;
        }
        String json = JsonFile.line(header);
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        // Padded so that the data begin at a multiple of eight, as the format asks
        return (json + " ".repeat(-bytes & 7)).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(NamedTensor tensor, OutputStream out) throws IOException {
        byte[] bytes = new byte[(int) Math.min(PIECE, tensor.size()) * Float.BYTES];
        FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        for (long from = 0; from < tensor.size(); from += PIECE) {
            int count = (int) Math.min(PIECE, tensor.size() - from);
            tensor.values().read(from, floats.clear().limit(count));
            out.write(bytes, 0, count * Float.BYTES);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
