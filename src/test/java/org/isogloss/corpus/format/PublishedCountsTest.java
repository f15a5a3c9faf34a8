package org.isogloss.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.statistics.DatasetStatistics;
import org.isogloss.corpus.statistics.LanguageStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees of real size are read with the counts their papers publish. */
class PublishedCountsTest {
    private final PublishedTrees trees = new PublishedTrees(60, 'a');

    @TempDir private Path folder;

    private PoolPlace everything() {
        return PoolPlace.in(folder.resolve("pools"), Progress.NONE, Cancellation.NEVER).from(0);
    }

    @Test
    void readsSwahiliOfMiracl() {
        Path tree = folder.resolve("miracl");
        trees.miracl(tree, "sw", 482, 131_924); // Zhang et al. 2023, table 2

        TestCollection indexed =
                DatasetFormats.read(tree, ReadOptions.NONE, everything()).collection();

        assertThat(indexed.passages()).isInstanceOf(PassagePool.class).hasSize(131_924);
        assertThat(indexed.questions()).hasSize(482);
        LanguageStatistics sw = DatasetStatistics.of(indexed).languages().get(0);
        assertThat(sw.passages().count()).isEqualTo(131_924);
        assertThat(sw.passages().lookedAt()).isEqualTo(10_000);
        assertThat(sw.passages().characters().bins().stream().mapToInt(b -> b.texts()).sum())
                .isEqualTo(10_000);
        assertThat(sw.passages().samples().get(1)).endsWith(" 43970."); // 3,333 · 13.1924

        TestCollection inMemory = DatasetFormats.read(tree).collection();
        assertThat(inMemory.passages()).isNotInstanceOf(PassagePool.class).hasSize(131_924);
        assertThat(inMemory.questions()).isEqualTo(indexed.questions());
        assertThat(inMemory.judgments()).isEqualTo(indexed.judgments());
    }

    @ParameterizedTest
    @CsvSource({"scifact, 300, 5183", "nfcorpus, 323, 3633"}) // Thakur et al. 2021, table 1
    void readsSmallSetsOfBeir(String name, int questions, int passages) {
        Path tree = folder.resolve(name);
        trees.beir(tree, questions, passages);
        ReadOptions english = ReadOptions.NONE.withLanguages(new Lang("en"), new Lang("en"));

        Dataset inMemory = DatasetFormats.read(tree, english);
        Dataset indexed = DatasetFormats.read(tree, english, everything());

        assertThat(inMemory.collection().questions()).hasSize(questions);
        assertThat(inMemory.collection().passages()).hasSize(passages);
        assertThat(indexed.collection().passages())
                .isInstanceOf(PassagePool.class)
                .isEqualTo(inMemory.collection().passages());
        assertThat(indexed.items()).isEqualTo(inMemory.items());
    }

    @Test
    void readsTheFortyNineSubsetsOfMlqa() {
        Path tree = folder.resolve("MLQARetrieval");
        List<String> langs = List.of("ara", "deu", "eng", "hin", "spa", "vie", "zho");
        List<String> subsets = new ArrayList<>();
        langs.forEach(corpus -> langs.forEach(query -> subsets.add(corpus + "-" + query)));
        for (int i = 0; i < subsets.size(); i++) { // MTEB's metadata, split validation
            trees.mteb(tree, subsets.get(i), "validation", part(15_747, i), part(13_743, i));
        }

        TestCollection mlqa = DatasetFormats.read(tree).collection();

        assertThat(mlqa.questions()).hasSize(15_747);
        assertThat(mlqa.passages()).hasSize(13_743);
        assertThat(mlqa.questionLanguages()).hasSize(7);
        assertThat(mlqa.answerLanguages()).hasSize(7);
    }

    /** One of 49 parts that together are a whole. */
    private static int part(int whole, int i) {
        return whole * (i + 1) / 49 - whole * i / 49;
    }

    @Test
    void readsMMarcosQuestionsInTwoLanguages() {
        Path tree = folder.resolve("mmarco");
        trees.mmarco(tree, "german", 6_980, 20_000); // the whole collection is read by hand
        trees.mmarco(tree, "italian", 6_980, 20_000);

        Dataset inMemory = DatasetFormats.read(tree);
        Dataset indexed = DatasetFormats.read(tree, ReadOptions.NONE, everything());

        assertThat(inMemory.collection().questions()).hasSize(2 * 6_980);
        assertThat(indexed.collection().passages())
                .isInstanceOf(PassagePool.class)
                .isEqualTo(inMemory.collection().passages());
        assertThat(indexed.collection().judgments()).isEqualTo(inMemory.collection().judgments());
        assertThat(indexed.items()).isEqualTo(inMemory.items());
    }
}
