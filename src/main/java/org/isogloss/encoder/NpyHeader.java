package org.isogloss.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;

/**
 * The head of a NumPy array file of version 1.0 that holds float32 [N, E], little-endian,
 * row-major; the values follow it, aligned to 64 bytes.
 *
 * @param count N
 * @param dimension E
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
record NpyHeader(int count, int dimension) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    static final int MAGIC_BYTES = MAGIC.length;
    private static final int ALIGNMENT = 64;
    private static final Pattern SHAPE =
            Pattern.compile(
                    "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d{1,9}), (\\d{1,9})\\), \\} *\n");

    /** How many values follow. */
    long values() {
        return (long) count * dimension;
    }

    /** The head as it stands in a file. */
    byte[] bytes() {
        String dictionary =
                "{'descr': '<f4', 'fortran_order': False, 'shape': ("
                        + count
                        + ", "
                        + dimension
                        + "), }";
        int prefix = MAGIC.length + Short.BYTES;
        int padding = -(prefix + dictionary.length() + 1) & (ALIGNMENT - 1);
        byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(MAGIC, prefix + text.length);
        bytes[MAGIC.length] = (byte) text.length;
        bytes[MAGIC.length + 1] = (byte) (text.length >> Byte.SIZE);
        System.arraycopy(text, 0, bytes, prefix, text.length);
        return bytes;
    }

    /**
     * Reads a file's head and leaves the stream at its first value.
     *
     * @throws BadInputException if the file is of another kind
     */
    static NpyHeader read(Path file, InputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw BadInputException.in(file, "is not a NumPy array file of version 1.0");
        }
        byte[] length = in.readNBytes(Short.BYTES);
        int bytes = length.length < 2 ? 0 : (length[0] & 0xff) | ((length[1] & 0xff) << 8);
        String text = new String(in.readNBytes(bytes), StandardCharsets.US_ASCII);
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw BadInputException.in(
                    file,
                    "has header "
                            + text.strip()
                            + "; save it as numpy.ascontiguousarray(x, '<f4') of two dimensions");
        }
        return new NpyHeader(Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2)));
    }
}
