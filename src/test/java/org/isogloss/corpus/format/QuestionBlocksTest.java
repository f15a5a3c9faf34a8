package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.site.ExamplePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the page on data formats. */
class QuestionBlocksTest {
    private final QuestionBlocks format = new QuestionBlocks();

    @TempDir private Path folder;

    @Test
    void isWhatThePageShows() throws IOException {
        ExamplePage.shows("data-format.md", QuestionBlocks.class);
    }

    @Test
    void readsItemsInTheirLanguages() throws IOException {
        Path file =
                file(
                        """
                        en | When? | In 1066.
                        de | Wann? | 1066.

                        en | Where? | At Hastings.
                        """);

        Dataset read = format.read(file);

        assertThat(format.probe(file)).isEqualTo(4);
        assertThat(read.items().items()).hasSize(2);
        assertThat(read.items().items().get(0).pairs().get(new Lang("de")).passage())
                .isEqualTo("1066.");
        assertThat(read.collection().questions()).hasSize(3);
    }

    @Test
    void namesTheLineThatIsNone() throws IOException {
        Path file = file("en | When? | In 1066.\nde | Wann?\n");

        assertThatThrownBy(() -> format.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("facts.blocks:2")
                .hasMessageContaining("write 'en | question | passage'");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("facts.blocks"), text);
    }
}
