package org.isogloss.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenedPathTest {
    /** Offsets in an entry of the central directory: APPNOTE.TXT, section 4.3.12. */
    private static final int MADE_BY = 4;

    private static final int FLAGS = 8;
    private static final int METHOD = 10;
    private static final int COMPRESSED = 20;
    private static final int SIZE = 24;
    private static final int ATTRIBUTES = 38;

    @TempDir private Path folder;

    private Path zip(Map<String, byte[]> contents) {
        Path file = folder.resolve("x.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Path zip(String... namesAndTexts) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            contents.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return zip(contents);
    }

    /** Where the central directory's entry of that number begins. */
    private static int header(ByteBuffer bytes, int number) {
        int at = bytes.getInt(bytes.capacity() - 6);
        for (int i = 0; i < number; i++) {
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return at;
    }

    private static ByteBuffer littleEndian(byte[] raw) {
        return ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void refused(Path file, String message) {
        assertThatThrownBy(() -> new OpenedPath(file).close())
                .isInstanceOf(BadInputException.class)
                .hasMessage(file + message);
    }

    @Test
    void isTheFileOrFolderItself() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{}");
        try (OpenedPath tree = new OpenedPath(file);
                OpenedPath tree2 = new OpenedPath(folder)) {
            assertThat(tree.root()).isEqualTo(file);
            assertThat(tree2.root()).isEqualTo(folder);
        }
    }

    @Test
    void readsAnArchiveLikeAFolderAndNamesItsLines() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("one\nสอง\n".getBytes(StandardCharsets.UTF_8));
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("set/", new byte[0]);
        contents.put("set/corpus/docs-0.jsonl.gz", gzip.toByteArray());
        contents.put("set/นี่.json", "{\"a\":\n1".getBytes(StandardCharsets.UTF_8));
        contents.put("__MACOSX/set/._x", new byte[] {1});
        Path file = zip(contents);
        try (OpenedPath tree = new OpenedPath(file)) {
            assertThat(tree.root()).hasToString("/set");
            try (LineSource lines =
                    new LineSource(tree.root().resolve("corpus").resolve("docs-0.jsonl.gz"))) {
                assertThat(lines.next()).isEqualTo("one");
                assertThat(lines.next()).isEqualTo("สอง");
                assertThat(lines.bad("is odd"))
                        .hasMessage(file + "!/set/corpus/docs-0.jsonl.gz:2: is odd");
                assertThat(lines.next()).isNull();
            }
            assertThatThrownBy(() -> JsonFile.tree(tree.root().resolve("นี่.json")))
                    .hasMessageStartingWith(file + "!/set/นี่.json:2: ");
            assertThatThrownBy(() -> new LineSource(tree.root().resolve("gone.tsv")))
                    .hasMessage(file + "!/set/gone.tsv: there is no such file");
            assertThat(OpenedPath.archiveOf(tree.root())).contains(file);
        }
    }

    @Test
    void goesDownToTheOnlyFile() {
        try (OpenedPath tree = new OpenedPath(zip("data/a.jsonl", "{}"))) {
            assertThat(tree.root()).hasToString("/data/a.jsonl");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../x.txt, leads out of the archive or nowhere; pack it again without '..'",
        "a/../../x.txt, leads out of the archive or nowhere; pack it again without '..'",
        "a/./x.txt, leads out of the archive or nowhere; pack it again without '..'",
        "a//x.txt, leads out of the archive or nowhere; pack it again without '..'",
        "/etc/x.txt, has an absolute path; pack it again with relative ones",
        "C:/x.txt, has an absolute path; pack it again with relative ones",
        "a\\x.txt, has a backslash or control character in its name; pack it again",
        "in.ZIP, is an archive in an archive; unpack the outer one first",
    })
    void refusesANameThatIsNoPlacePlainly(String name, String problem) {
        refused(zip("good.txt", "good", name, "bad"), "!/" + name + ": " + problem);
    }

    @Test
    void refusesNamesThatAreNotUtf8() throws IOException {
        Path file = zip("a.txt", "a");
        byte[] raw = Files.readAllBytes(file);
        ByteBuffer bytes = littleEndian(raw);
        bytes.put(header(bytes, 0) + 46, (byte) 0xe9);
        Files.write(file, raw);
        refused(file, "!/e92e747874: has a name that is not UTF-8; pack it again with UTF-8 names");
    }

    @Test
    void refusesADoubledName() throws IOException {
        Path file = zip("aa", "first", "ab", "second");
        byte[] raw = Files.readAllBytes(file);
        ByteBuffer bytes = littleEndian(raw);
        bytes.put(header(bytes, 1) + 47, (byte) 'a');
        Files.write(file, raw);
        refused(file, "!/aa: stands twice in the archive; pack it again with one of them");
    }

    @Test
    void refusesAFileThatIsAFolderToo() {
        refused(
                zip("a", "file", "a/b", "below it"),
                "!/a: is both a file and a folder; pack it again");
    }

    @Test
    void refusesASymbolicLink() throws IOException {
        Path file = zip("good", "good", "link", "/etc/passwd");
        byte[] raw = Files.readAllBytes(file);
        ByteBuffer bytes = littleEndian(raw);
        bytes.putShort(header(bytes, 1) + MADE_BY, (short) 0x031e);
        bytes.putInt(header(bytes, 1) + ATTRIBUTES, 0xa1ff << 16);
        Files.write(file, raw);
        refused(file, "!/link: is a symbolic link; pack the file it points to");

        bytes.putInt(header(bytes, 1) + ATTRIBUTES, 0x11ff << 16); // a named pipe
        Files.write(file, raw);
        refused(file, "!/link: is neither a file nor a folder; pack it again without it");
    }

    @Test
    void refusesAnEncryptedEntryAndAnUnknownMethod() throws IOException {
        Path file = zip("a", "secret");
        byte[] raw = Files.readAllBytes(file);
        ByteBuffer bytes = littleEndian(raw);
        short flags = bytes.getShort(header(bytes, 0) + FLAGS);
        bytes.putShort(header(bytes, 0) + FLAGS, (short) (flags | 1));
        Files.write(file, raw);
        refused(file, "!/a: is encrypted; unpack it with its password first");

        bytes.putShort(header(bytes, 0) + FLAGS, flags);
        bytes.putShort(header(bytes, 0) + METHOD, (short) 9);
        Files.write(file, raw);
        refused(file, "!/a: is compressed by method 9, but only deflate is read; pack it again");
    }

    @Test
    void refusesABombByWhatItAnnounces() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("zeros.txt", new byte[(1 << 24) + 1]);
        Path file = zip(contents);
        assertThatThrownBy(() -> new OpenedPath(file).close())
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching(
                        ".*x\\.zip!/zeros\\.txt: would grow from [0-9,]+ to 16,777,217 bytes, over"
                                + " 200-fold, as a zip bomb does; unpack it yourself if you trust"
                                + " it");
    }

    @Test
    void refusesABombMadeOfManyHarmlessEntries() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            contents.put("zeros" + i, new byte[1 << 22]);
        }
        Path file = zip(contents);
        assertThatThrownBy(() -> new OpenedPath(file).close())
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching(
                        ".*x\\.zip: would grow from [0-9,]+ to 20,971,520 bytes, over 200-fold.*");
    }

    @Test
    void refusesABombThatAnnouncesLess() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("zeros.txt", new byte[1 << 24]);
        Path file = zip(contents);
        byte[] raw = Files.readAllBytes(file);
        ByteBuffer bytes = littleEndian(raw);
        bytes.putInt(header(bytes, 0) + SIZE, 100);
        Files.write(file, raw);
        assertThatThrownBy(() -> new OpenedPath(file).close())
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching(
                        ".*x\\.zip!/zeros\\.txt: is not the 100 bytes with checksum [0-9a-f]{8} that"
                                + " the archive announces; fetch or pack it again");
    }

    @Test
    void refusesEntriesThatOverlap() throws IOException {
        Path file = zip("a", "alpha", "b", "beta");
        byte[] raw = Files.readAllBytes(file);
        ByteBuffer bytes = littleEndian(raw);
        bytes.putInt(header(bytes, 0) + COMPRESSED, bytes.capacity());
        Files.write(file, raw);
        refused(file, ": holds entries that overlap, as in a zip bomb; pack it again");
    }

    @Test
    void refusesTooManyEntries() {
        Path file = zip("a", "1", "b", "2", "c", "3");
        assertThatThrownBy(
                        () ->
                                new OpenedPath(
                                                file,
                                                new ZipCheck(file, 2, 200),
                                                Progress.NONE,
                                                Cancellation.NEVER)
                                        .close())
                .hasMessage(file + ": holds 3 entries, over 2; unpack it and name the folder");
    }

    @Test
    void refusesAnEmptyArchive() {
        refused(zip(".hidden", "1"), ": holds no file");
    }

    /** Every cut and every changed byte of the content is found, whatever it hits. */
    @Test
    void refusesWhatWasCutOrChanged() throws IOException {
        Path file = zip("a.txt", "some text that is neither short nor repeated", "b.txt", "b");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new OpenedPath(file).close())
                    .as("cut to %d bytes", length)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(file.toString());
        }
        int content = 30 + "a.txt".length();
        for (int at = content; at < content + 40; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertThatThrownBy(() -> new OpenedPath(file).close())
                    .as("byte %d changed", at)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(file + "!/a.txt: is ");
        }
    }

    /** A record for large archives that gives a size or a place no archive has. */
    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "-1, -1"})
    void refusesADirectoryOfImpossibleSizeOrPlace(long size, long place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 0x06064b50).putLong(40, size);
        bytes.putInt(56, 0x07064b50).putLong(56 + 8, place);
        bytes.putInt(76, 0x06054b50).putInt(76 + 12, -1);
        Path file = Files.write(folder.resolve("large.zip"), bytes.array());

        assertThatThrownBy(() -> new OpenedPath(file).close())
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ": ");
    }

    @Test
    void stopsCheckingWhenAskedTo() {
        Path file = zip(Map.of("a", new byte[10]));
        assertThatThrownBy(() -> new OpenedPath(file, Progress.NONE, () -> true).close())
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void leavesNothingBesideTheArchive() throws IOException {
        Path file = zip("a", "1", "b", "2");
        new OpenedPath(file).close();
        try (var inside = Files.list(folder)) {
            assertThat(inside.toList()).isEqualTo(List.of(file));
        }
    }
}
