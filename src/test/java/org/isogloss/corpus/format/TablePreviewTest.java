package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePreviewTest {
    @TempDir private Path folder;

    private TablePreview preview(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return TablePreview.of(file, 2).orElseThrow();
    }

    @Test
    void showsTheFirstRowsUnderTheirColumns() throws IOException {
        TablePreview same =
                new TablePreview(
                        List.of("q", "p"), List.of(List.of("a, b", "c"), List.of("d", "e")));

        assertThat(preview("a.csv", "q,p\n\"a, b\",c\nd,e\nf,g\n")).isEqualTo(same);
        assertThat(preview("a.tsv", "q\tp\na, b\tc\nd\te\nf\tg\n")).isEqualTo(same);
        assertThat(
                        preview(
                                "a.jsonl",
                                """
                                {"q": "a, b", "p": "c"}
                                {"p": "e", "q": "d"}
                                {"q": "f", "p": "g"}
                                """))
                .isEqualTo(same);
    }

    @Test
    void showsWhatComesBeforeAFault() throws IOException {
        assertThat(preview("a.jsonl", "{\"q\": \"a\"}\n{\"q\": \n").rows())
                .containsExactly(List.of("a"));
        assertThat(preview("a.csv", "q,p\na,b\n").rows()).containsExactly(List.of("a", "b"));
    }

    @Test
    void showsTheFirstRowsOfParquetInSeveralFiles() {
        Path shards = Path.of("sample-data/formats/sentence-transformers/el");

        TablePreview preview = TablePreview.of(shards, 1).orElseThrow();

        assertThat(preview.columns()).hasSizeGreaterThan(1);
        assertThat(preview.rows()).hasSize(1);
        assertThat(preview.rows().get(0)).hasSameSizeAs(preview.columns());
        assertThat(preview.rows().get(0).get(0)).isNotBlank();
    }

    @Test
    void isEmptyForWhatIsNoTable() throws IOException {
        assertThat(TablePreview.of(Files.writeString(folder.resolve("a.txt"), "q"), 2)).isEmpty();
        assertThat(TablePreview.of(folder, 2)).isEmpty();
    }
}
