package org.isogloss.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The head of a safetensors file: eight bytes of length, then JSON that says where each tensor is.
 *
 * <p>As the format demands, the tensors' bytes fill the rest of the file without gap or overlap.
 *
 * @param tensors where each tensor lies, by name
 */
record SafetensorsHeader(Map<String, Place> tensors) {
    private static final long LONGEST = 100_000_000; // the format's own limit
    private static final String REMEDY = "; the file is damaged, fetch or write it again";

    /** A tensor's type and shape, and its first byte counted from the start of the file. */
    record Place(ElementType type, List<Long> shape, long position) {}

    /**
     * Reads and checks a file's header.
     *
     * @throws BadInputException naming the tensor, what was expected and what was found
     */
    static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < Long.BYTES) {
            throw bad(file, "holds " + size + " bytes, fewer than the 8 of a safetensors length");
        }
        long length = read(channel, 0, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > LONGEST || length > size - Long.BYTES) {
            throw bad(
                    file,
                    "announces a header of "
                            + Long.toUnsignedString(length)
                            + " bytes, but holds "
                            + (size - Long.BYTES)
                            + " after its length");
        }
        ByteBuffer json = read(channel, Long.BYTES, (int) length);
        long start = Long.BYTES + length;
        return new Parser(file, start, size - start).parse(json);
    }

    private static ByteBuffer read(FileChannel channel, long from, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {}
        return buffer.flip();
    }

    private static BadInputException bad(Path file, String problem) {
        return BadInputException.in(file, problem + REMEDY);
    }

    /** One reading of a header. */
    private record Parser(Path file, long start, long available) {
        private record Extent(String name, long begin, long end) {}

        SafetensorsHeader parse(ByteBuffer json) {
            Map<String, Place> tensors = new LinkedHashMap<>();
            List<Extent> extents = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : tree(json).properties()) {
                if (!entry.getKey().equals("__metadata__")) {
                    Extent extent = extent(entry.getKey(), entry.getValue());
                    extents.add(extent);
                    tensors.put(entry.getKey(), place(extent, entry.getValue()));
                }
            }
            requireFilled(extents);
            return new SafetensorsHeader(tensors);
        }

        private JsonNode tree(ByteBuffer json) {
            try {
                JsonNode tree =
                        JsonMapper.builder()
                                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                                .build()
                                .readTree(
                                        StandardCharsets.UTF_8
                                                .newDecoder()
                                                .decode(json)
                                                .toString());
                if (!tree.isObject()) {
                    throw bad(file, "has a header that is not a JSON object");
                }
                return tree;
            } catch (JacksonException e) {
                throw BadInputException.in(
                        file, "has a broken header: " + e.getOriginalMessage() + REMEDY, e);
            } catch (CharacterCodingException e) {
                throw BadInputException.in(file, "has a header that is not UTF-8" + REMEDY, e);
            }
        }

        private Extent extent(String name, JsonNode entry) {
            List<Long> offsets = numbers(name, entry, "data_offsets");
            if (offsets.size() != 2
                    || offsets.get(0) > offsets.get(1)
                    || offsets.get(1) > available) {
                throw bad(
                        name,
                        "has data_offsets "
                                + offsets
                                + ", which do not lie in the "
                                + available
                                + " bytes of data");
            }
            return new Extent(name, offsets.get(0), offsets.get(1));
        }

        private Place place(Extent extent, JsonNode entry) {
            String dtype = entry.path("dtype").asString("");
            ElementType type =
                    Arrays.stream(ElementType.values())
                            .filter(known -> known.name().equals(dtype))
                            .findFirst()
                            .orElseThrow(
                                    () -> bad(extent.name, "has unknown dtype '" + dtype + "'"));
            List<Long> shape = numbers(extent.name, entry, "shape");
            long found = extent.end - extent.begin;
            try {
                long needed = Math.multiplyExact(NamedTensor.size(shape), (long) type.bytes());
                if (needed != found) {
                    throw bad(
                            extent.name,
                            "has "
                                    + found
                                    + " bytes, but shape "
                                    + shape
                                    + " of "
                                    + dtype
                                    + " needs "
                                    + needed);
                }
            } catch (ArithmeticException e) {
                throw BadInputException.in(
                        file, "tensor '" + extent.name + "' has impossible shape " + shape, e);
            }
            return new Place(type, shape, start + extent.begin);
        }

        private List<Long> numbers(String name, JsonNode entry, String key) {
            JsonNode array = entry.path(key);
            List<Long> numbers = new ArrayList<>();
            for (JsonNode number : array) {
                if (!number.canConvertToLong()
                        || !number.isIntegralNumber()
                        || number.asLong() < 0) {
                    throw bad(
                            name,
                            "has " + number + " in its " + key + ", not a whole number from 0");
                }
                numbers.add(number.asLong());
            }
            if (!array.isArray()) {
                throw bad(name, "has no list " + key);
            }
            return numbers;
        }

        private void requireFilled(List<Extent> extents) {
            extents.sort(Comparator.comparingLong(Extent::begin).thenComparingLong(Extent::end));
            long at = 0;
            for (Extent extent : extents) {
                if (extent.begin != at) {
                    throw bad(
                            extent.name,
                            "begins at byte "
                                    + extent.begin
                                    + " of the data, but "
                                    + (extent.begin < at ? "overlaps" : "leaves a gap after")
                                    + " the tensor before it, which ends at byte "
                                    + at);
                }
                at = extent.end;
            }
            if (at != available) {
                throw SafetensorsHeader.bad(
                        file, "holds " + available + " bytes of data, but its tensors fill " + at);
            }
        }

        private BadInputException bad(Path file, String problem) {
            return SafetensorsHeader.bad(file, problem);
        }

        private BadInputException bad(String name, String problem) {
            return SafetensorsHeader.bad(file, "tensor '" + name + "' " + problem);
        }
    }
}
