package org.isogloss.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsTest {
    /** Of numpy 2.4.6: numpy.save(file, numpy.array([[1, -2.5, 3], [4, 5e-8, 6]], '<f4')). */
    private static final String NUMPY =
            "934e554d5059010076007b276465736372273a20273c6634272c2027666f727472616e5f6f72646572273a20"
                    + "46616c73652c20277368617065273a2028322c2033292c207d2020"
                    + "20".repeat(55)
                    + "200a0000803f000020c0000040400000804095bf56330000c040";

    private static final Vectors VECTORS =
            new Vectors(2, 3, new float[] {1, -2.5f, 3, 4, 5e-8f, 6});

    @TempDir private Path folder;

    @Test
    void writesTheBytesOfNumpy() throws IOException {
        Path file = folder.resolve("v.npy");
        VECTORS.writeNpy(file);
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).isEqualTo(NUMPY);
    }

    @Test
    void readsBackWhatItWrote() {
        Path file = folder.resolve("v.npy");
        float[] many = new float[100_001 * 2];
        for (int i = 0; i < many.length; i++) {
            many[i] = i / 7f;
        }
        for (Vectors vectors : new Vectors[] {VECTORS, new Vectors(100_001, 2, many)}) {
            vectors.writeNpy(file);
            assertThat(Vectors.readNpy(file)).isEqualTo(vectors);
        }
    }

    @Test
    void refusesWhatIsNotSuchAnArray() throws IOException {
        Path file = folder.resolve("v.npy");
        byte[] whole = HexFormat.of().parseHex(NUMPY);
        assertRefuses(Files.write(file, new byte[] {1, 2, 3}), "is not a NumPy array file");
        assertRefuses(
                Files.write(file, Arrays.copyOf(whole, whole.length - 1)), "ends before its 24");
        assertRefuses(
                Files.write(file, Arrays.copyOf(whole, whole.length + 1)), "goes on after its 24");
        whole[22] = '8'; // '<f8'
        assertRefuses(Files.write(file, whole), "save it as numpy.ascontiguousarray(x, '<f4')");
    }

    @Test
    void refusesValuesThatAreNotCountTimesDimension() {
        assertThatThrownBy(() -> new Vectors(2, 3, new float[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values are not 2 times 3");
    }

    private static void assertRefuses(Path file, String problem) {
        assertThatThrownBy(() -> Vectors.readNpy(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }
}
