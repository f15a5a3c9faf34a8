package org.isogloss.corpus.parquet;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.isogloss.base.BadInputException;
import org.isogloss.base.OpenedPath;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a Parquet file row by row as JSON objects and numbers the rows from 1.
 *
 * <p>The packed columns of one row group are in memory at a time, and of each column a page.
 * Columns of bytes, dates or other values that JSON has no place for are not read; each shows as
 * {@code {"parquet":"its type"}}, so that whoever needs it can say what is there instead.
 */
public final class ParquetRows implements AutoCloseable {
    private static final String ENDING = ".parquet";
    private static final String MAGIC = "PAR1";

    /** Inside an archive a file is unpacked into memory, since its end is read first. */
    private static final long LARGEST_IN_ARCHIVE = 1L << 28;

    private final Path file;
    private final ParquetFileReader reader;
    private final List<Type> columns;
    private final MessageType read;
    private RecordReader<Group> group;
    private long leftInGroup;
    private long number;

    /**
     * Opens a file and checks its beginning and its end.
     *
     * @throws BadInputException if it is no Parquet, cut, encrypted, packed in an unknown way or
     *     damaged
     */
    public ParquetRows(Path file) {
        this.file = file;
        reader = opened(file);
        boolean sound = false;
        try {
            MessageType all = reader.getFileMetaData().getSchema();
            columns = all.getFields();
            checkColumns();
            read = new MessageType(all.getName(), columns.stream().filter(RowJson::fits).toList());
            reader.setRequestedSchema(read);
            long length = Files.size(file);
            for (BlockMetaData block : reader.getRowGroups()) {
                check(block, length);
            }
            sound = true;
        } catch (BadInputException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw damaged(file, e);
        } finally {
            if (!sound) {
                close();
            }
        }
    }

    /** True if a file's ending says that it is Parquet. */
    public static boolean fits(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)
                && Files.isRegularFile(file);
    }

    /**
     * The names of a file's columns in order.
     *
     * @throws BadInputException if it is not whole
     */
    public static List<String> columns(Path file) {
        try (ParquetRows rows = new ParquetRows(file)) {
            return rows.columns.stream().map(Type::getName).toList();
        }
    }

    /**
     * The next row, or null after the last.
     *
     * @throws BadInputException if the file is damaged here, or holds text that is not UTF-8
     */
    public ObjectNode next() {
        try {
            if (!filled()) {
                return null;
            }
            number++;
            leftInGroup--;
            return row(group.read());
        } catch (CharConversionException e) {
            throw BadInputException.inRow(
                    file,
                    number,
                    e.getMessage() + " holds bytes that are not UTF-8; write them as UTF-8",
                    e);
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // What the library meets in damaged bytes it tells by any of these.
            throw damaged(file, e);
        }
    }

    private boolean filled() throws IOException {
        while (leftInGroup == 0) {
            PageReadStore pages = reader.readNextRowGroup();
            if (pages == null) {
                return false;
            }
            leftInGroup = pages.getRowCount();
            group =
                    new ColumnIOFactory()
                            .getColumnIO(read)
                            .getRecordReader(pages, new GroupRecordConverter(read));
        }
        return true;
    }

    /** Every column in the file's order, those that are not read by their type. */
    private ObjectNode row(Group group) throws CharConversionException {
        ObjectNode values = RowJson.object(group);
        if (columns.size() == read.getFieldCount()) {
            return values;
        }
        ObjectNode row = values.objectNode();
        for (Type column : columns) {
            if (values.has(column.getName())) {
                row.set(column.getName(), values.get(column.getName()));
            } else {
                row.putObject(column.getName()).put("parquet", described(column));
            }
        }
        return row;
    }

    private static String described(Type column) {
        String stored =
                column.isPrimitive()
                        ? column.asPrimitiveType().getPrimitiveTypeName().name()
                        : "group";
        return column.getLogicalTypeAnnotation() == null
                ? stored.toLowerCase(Locale.ROOT)
                : column.getLogicalTypeAnnotation().toString().toLowerCase(Locale.ROOT);
    }

    private static ParquetFileReader opened(Path file) {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .usePageChecksumVerification()
                        .withCodecFactory(new Codecs())
                        .build();
        try {
            checkMagic(file);
            return ParquetFileReader.open(new ChannelFile(file), options);
        } catch (BadInputException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw damaged(file, e);
        }
    }

    private static void checkMagic(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw BadInputException.in(file, "there is no such file");
        }
        long length = Files.size(file);
        if (length > LARGEST_IN_ARCHIVE && OpenedPath.archiveOf(file).isPresent()) {
            throw BadInputException.in(
                    file, "is too large to be read inside an archive; unpack the archive");
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (!magic(channel, 0).equals(MAGIC)) {
                throw BadInputException.in(
                        file,
                        "does not begin with PAR1, so it is no Parquet; if it is a Git LFS pointer,"
                                + " fetch the file itself");
            }
            String end = magic(channel, Math.max(0, length - MAGIC.length()));
            if (end.equals("PARE")) {
                throw BadInputException.in(file, "is encrypted; write it again without a key");
            }
            if (!end.equals(MAGIC)) {
                throw BadInputException.in(
                        file, "does not end with PAR1, so it is cut; fetch the whole file");
            }
        }
    }

    private static String magic(SeekableByteChannel channel, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAGIC.length());
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    private void checkColumns() {
        Set<String> names = new HashSet<>();
        for (Type column : columns) {
            if (!names.add(column.getName())) {
                throw BadInputException.in(
                        file, "has two columns '%s'; rename one".formatted(column.getName()));
            }
        }
        if (columns.stream().noneMatch(RowJson::fits)) {
            throw BadInputException.in(file, "has no column of texts or numbers");
        }
    }

    /**
     * Refuses a row group whose chunks do not lie in the file or do not have its rows: the library
     * would fill the memory, or repeat values.
     */
    private void check(BlockMetaData block, long length) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
            if (!read.containsPath(chunk.getPath().toArray())) {
                continue;
            }
            if (!Codecs.KNOWN.contains(chunk.getCodec())) {
                throw BadInputException.in(
                        file,
                        "is packed by %s, which is not read here; write it with zstd, in Python:"
                                        .formatted(chunk.getCodec())
                                + " pandas.read_parquet(FILE).to_parquet(FILE, compression=\"zstd\")");
            }
            long start = chunk.getStartingPos();
            long size = chunk.getTotalSize();
            boolean within = start >= 0 && size >= 0 && size <= length - start;
            boolean flat = read.getMaxRepetitionLevel(chunk.getPath().toArray()) == 0;
            if (!within
                    || block.getRowCount() < 0
                    || chunk.getValueCount() < block.getRowCount()
                    || (flat && chunk.getValueCount() > block.getRowCount())) {
                throw BadInputException.in(
                        file,
                        "says of column '%s' what does not fit the file, so it is damaged; fetch or"
                                        .formatted(chunk.getPath().toDotString())
                                + " write it again");
            }
        }
    }

    private static BadInputException damaged(Path file, Throwable e) {
        return BadInputException.in(
                file,
                "cannot be read as Parquet (%s), so it is damaged; fetch or write it again"
                        .formatted(e.getMessage() == null ? e.toString() : e.getMessage()),
                e);
    }

    /** A row group of millions of rows fills the memory, and so does a count that is damaged. */
    private static BadInputException tooLarge(Path file, OutOfMemoryError e) {
        return BadInputException.in(
                file,
                "needs more memory than there is (%s); write it in smaller row groups, in Python:"
                                .formatted(e.getMessage())
                        + " pandas.read_parquet(FILE).to_parquet(FILE, row_group_size=10000)",
                e);
    }

    /** The file that is read. */
    public Path file() {
        return file;
    }

    /** The number of the row last read, from 1. */
    public long number() {
        return number;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
