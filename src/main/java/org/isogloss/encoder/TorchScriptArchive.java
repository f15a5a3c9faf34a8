package org.isogloss.encoder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The bytes of a TorchScript file that holds the source of one class without weights.
 *
 * <p>Such a file is a zip archive, its entries stored uncompressed: the source under {@code code/},
 * and in {@code data.pkl} the pickled instance of the class. A class without attributes pickles to
 * a handful of opcodes, written out here, so that neither Python nor a binary file is needed.
 */
final class TorchScriptArchive {
    /** The file format of PyTorch 2.7; an older number would rewrite calls of newer operators. */
    private static final String VERSION = "10\n";

    private TorchScriptArchive() {}

    /**
     * Archives a class.
     *
     * @param name the class's name
     * @param source serialised TorchScript that defines it
     */
    static byte[] of(String name, String source) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("data.pkl", instanceOf(name));
        entries.put("code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
        entries.put("constants.pkl", pickle("\u0080\u0002).")); // an empty tuple
        entries.put("version", VERSION.getBytes(StandardCharsets.UTF_8));
        entries.put("byteorder", "little".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                store(zip, name + "/" + entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * A pickled instance: protocol 2, the class by name, no arguments, a new object, and its state,
     * a dictionary of the one attribute every module has, {@code training}.
     */
    private static byte[] instanceOf(String name) {
        return pickle(
                "\u0080\u0002"
                        + ("c__torch__\n" + name + "\n")
                        + ")\u0081"
                        + "}(X\u0008\u0000\u0000\u0000training\u0088u"
                        + "b.");
    }

    private static byte[] pickle(String opcodes) {
        return opcodes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void store(ZipOutputStream zip, String path, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
