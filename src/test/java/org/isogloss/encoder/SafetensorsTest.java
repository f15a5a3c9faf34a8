package org.isogloss.encoder;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    /**
     * Of safetensors.numpy.save 0.8.0: a F32 [[1, 2], [3, 4]], h F16 [0.5, -2, 6e-8], i I64 [7].
     */
    private static final String PYTHON =
            "yAAAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJwdCJ9LCJpIjp7ImR0eXBlIjoiSTY0Iiwic2hhcGUi"
                    + "OlsxXSwiZGF0YV9vZmZzZXRzIjpbMCw4XX0sImEiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzIsMl0s"
                    + "ImRhdGFfb2Zmc2V0cyI6WzgsMjRdfSwiaCI6eyJkdHlwZSI6IkYxNiIsInNoYXBlIjpbM10sImRhdGFf"
                    + "b2Zmc2V0cyI6WzI0LDMwXX19ICAgIAcAAAAAAAAAAACAPwAAAEAAAEBAAACAQAA4AMABAA==";

    @TempDir private Path folder;

    @Test
    void readsWhatPythonWrote() throws IOException {
        Path file = folder.resolve("python.safetensors");
        Files.write(file, Base64.getDecoder().decode(PYTHON));
        try (Safetensors tensors = new Safetensors(file)) {
            assertThat(tensors.names()).containsExactly("i", "a", "h");
            assertThat(tensors.shape("a")).contains(List.of(2L, 2L));
            assertThat(values(tensors.tensor("a"))).containsExactly(1, 2, 3, 4);
            assertThat(values(tensors.tensor("h"))).containsExactly(0.5f, -2, 0x1p-24f);
            assertThatThrownBy(() -> tensors.tensor("i"))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("tensor 'i' is of type I64; only F32, F16 and BF16");
        }
    }

    @Test
    void readsBfloat16AsTheUpperHalfOfFloat32() throws IOException {
        Path file =
                write(
                        "{\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}}",
                        0x80,
                        0x3f,
                        0x20,
                        0xc0); // 1 and -2.5
        try (Safetensors tensors = new Safetensors(file)) {
            assertThat(values(tensors.tensor("b"))).containsExactly(1, -2.5f);
        }
    }

    @Test
    void widensEveryHalfAsNumpyDoes() {
        CRC32 sum = new CRC32();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int numbers = 0;
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = ElementType.half((short) bits);
            if (!Float.isNaN(value)) {
                numbers++;
                sum.update(bytes.putFloat(0, value).array());
            }
        }
        // numpy: h = arange(65536, dtype=uint16).view(float16).astype('<f4'); crc32(h[~isnan(h)])
        assertThat(numbers).isEqualTo(63_490);
        assertThat(sum.getValue()).isEqualTo(1_487_021_387L);
    }

    @Test
    void readsBackWhatItWroteInPieces() {
        Path file = folder.resolve("own.safetensors");
        NamedTensor large = TinyDirectory.counted("large", List.of(3L, 100_003L));
        Safetensors.write(file, List.of(large, TinyDirectory.counted("scalar", List.of())));
        try (Safetensors tensors = new Safetensors(file)) {
            assertThat(values(tensors.tensor("large"))).isEqualTo(values(large));
            assertThat(tensors.shape("scalar")).contains(List.of());
            FloatBuffer part = FloatBuffer.allocate(2);
            tensors.tensor("large").values().read(270_000, part);
            assertThat(part.array()).containsExactly(270_000 / 64f, 270_001 / 64f);
        }
    }

    /**
     * One tensor of more than 2 GiB and one behind it, all but three numbers a hole in the file.
     */
    @Test
    void readsBeyondTwoGibibytes() throws IOException {
        assumeTrue(
                Files.getFileStore(folder).getUsableSpace() > 4L << 30,
                "skipped: too little room for a file of 3 GiB, should it not be sparse");
        long elements = (3L << 30) / Float.BYTES;
        long end = elements * Float.BYTES;
        Path file =
                write(
                        String.format(
                                Locale.ROOT,
                                "{\"table\":{\"dtype\":\"F32\",\"shape\":[%d],"
                                        + "\"data_offsets\":[0,%d]},\"last\":{\"dtype\":\"BF16\","
                                        + "\"shape\":[2],\"data_offsets\":[%d,%d]}}",
                                elements,
                                end,
                                end,
                                end + 4));
        long start = Files.size(file);
        Path sparse = folder.resolve("sparse.safetensors");
        try (FileChannel out = FileChannel.open(sparse, CREATE_NEW, WRITE, SPARSE)) {
            out.write(ByteBuffer.wrap(Files.readAllBytes(file)));
            out.write(littleEndian(0x41c80000), start + (5L << 28) * Float.BYTES / 2); // 25
            out.write(
                    littleEndian(0xc0400000, 0xc0203f80), start + end - Float.BYTES); // -3; 1, -2.5
        }
        try (Safetensors tensors = new Safetensors(sparse)) {
            FloatBuffer three = FloatBuffer.allocate(3);
            tensors.tensor("table").values().read((5L << 27) - 1, three);
            assertThat(three.array()).containsExactly(0, 25, 0);
            tensors.tensor("table").values().read(elements - 3, three.clear());
            assertThat(three.array()).containsExactly(0, 0, -3);
            assertThat(values(tensors.tensor("last"))).containsExactly(1, -2.5f);
        }
    }

    private static ByteBuffer littleEndian(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(words);
        return bytes;
    }

    @Test
    void refusesAFileCutShortAfterItWasOpened() throws IOException {
        Path file = folder.resolve("own.safetensors");
        Safetensors.write(file, List.of(TinyDirectory.counted("a", List.of(100L))));
        try (Safetensors tensors = new Safetensors(file);
                FileChannel other = FileChannel.open(file, WRITE)) {
            other.truncate(other.size() - 4);
            NamedTensor tensor = tensors.tensor("a");
            assertThatThrownBy(() -> values(tensor))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(file + ": was cut short to ");
        }
    }

    @Test
    void startsDataAtAMultipleOfEight() throws IOException {
        Path file = folder.resolve("own.safetensors");
        for (String name : List.of("a", "ab", "abc", "abcdefgh", "ü")) {
            Safetensors.write(file, List.of(TinyDirectory.counted(name, List.of(1L))));
            byte[] bytes = Files.readAllBytes(file);
            assertThat((bytes.length - Float.BYTES) % 8).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|0|has a header that is not a JSON object",
                "{\"a\":|0|has a broken header",
                "{\"a\":{},\"a\":{}}|0|has a broken header: Duplicate",
                "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}|4|tensor 'a' has unknown dtype ''",
                "{\"a\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}}|4|unknown dtype 'F31'",
                "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}|4|tensor 'a' has no list shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}|4|has -1 in its shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}|4"
                        + "|has 4 bytes, but shape [2] of F32 needs 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}|4"
                        + "|has impossible shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}|4|data_offsets [4, 0]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|4|in the 4 bytes of data",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|8|leaves a gap after",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|4"
                        + "|tensor 'b' begins at byte 0 of the data, but overlaps",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|8"
                        + "|holds 8 bytes of data, but its tensors fill 4",
            })
    void refusesBrokenHeaders(String header, int bytes, String problem) throws IOException {
        Path file = write(header, new int[bytes]);
        assertThatThrownBy(() -> new Safetensors(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void refusesAFileCutShort() throws IOException {
        Path file = folder.resolve("cut.safetensors");
        Files.write(file, new byte[5]);
        assertThatThrownBy(() -> new Safetensors(file))
                .hasMessageContaining("holds 5 bytes, fewer");
        Files.write(file, new byte[] {100, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        assertThatThrownBy(() -> new Safetensors(file))
                .hasMessageContaining("announces a header of 100 bytes, but holds 2");
    }

    @Test
    void refusesTwoTensorsOfOneName() {
        NamedTensor one = TinyDirectory.counted("a", List.of(1L));
        Path file = folder.resolve("twice.safetensors");
        assertThatThrownBy(() -> Safetensors.write(file, List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two tensors are named a");
    }

    private Path write(String header, int... data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(json.length).array());
        out.write(json);
        for (int each : data) {
            out.write(each);
        }
        return Files.write(folder.resolve("own.safetensors"), out.toByteArray());
    }

    private static float[] values(NamedTensor tensor) {
        FloatBuffer values = FloatBuffer.allocate((int) tensor.size());
        tensor.values().read(0, values);
        return values.array();
    }
}
