package org.isogloss.analysis.mteb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.DatasetFormats;
import org.isogloss.corpus.format.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MtebTasksTest {
    private static final MtebTasks TASKS = MtebTasks.shipped();

    static List<MtebTask> tasks() {
        return TASKS.all();
    }

    private static MtebSubset subset(String task, String name) {
        return TASKS.named(task).orElseThrow().subsets().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The counts of MTEB's own metadata at commit a905523d0. */
    @ParameterizedTest
    @CsvSource({
        "MLQARetrieval,49",
        "MIRACLRetrieval,18",
        "MIRACLRetrievalHardNegatives,18",
        "XQuADRetrieval,12",
        "XPQARetrieval,36",
        "PublicHealthQA,8",
        "CrossLingualSemanticDiscriminationWMT19,2",
        "CrossLingualSemanticDiscriminationWMT21,2",
        "BelebeleRetrieval,376"
    })
    void hasAsManySubsetsAsMteb(String task, int subsets) {
        assertThat(TASKS.named(task).orElseThrow().subsets()).hasSize(subsets);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void givesEachPairOfLanguagesOneSubset(MtebTask task) {
        List<MtebSubset> subsets = task.subsets();
        assertThat(subsets).extracting(MtebSubset::name).doesNotHaveDuplicates();
        assertThat(subsets)
                .extracting(each -> each.question() + " over " + each.passage())
                .doesNotHaveDuplicates();
        assertThat(MtebScores.keys()).contains(task.mainScore());
        assertThat(task.revision()).isNotBlank();
    }

    @Test
    void namesThePassagesFirstInSomeTasksAndTheQuestionsInOthers() {
        assertThat(subset("MLQARetrieval", "ara-deu"))
                .isEqualTo(
                        new MtebSubset(
                                "ara-deu",
                                new Lang("de"),
                                new Lang("ar"),
                                List.of("ara-Arab", "deu-Latn")));
        assertThat(subset("XPQARetrieval", "eng-cmn"))
                .isEqualTo(
                        new MtebSubset(
                                "eng-cmn",
                                new Lang("zh"),
                                new Lang("en"),
                                List.of("eng-Latn", "cmn-Hans")));
        assertThat(subset("CrossLingualSemanticDiscriminationWMT19", "deu-fra"))
                .isEqualTo(
                        new MtebSubset(
                                "deu-fra",
                                new Lang("de"),
                                new Lang("fr"),
                                List.of("deu-Latn", "fra-Latn")));
    }

    /** A task is read and written by the same rule, or a score would stand under the wrong pair. */
    @Test
    void namesASubsetAsItIsRead() {
        Path folder = Path.of("sample-data", "formats", "mteb", "MLQARetrieval");
        ReadOptions options =
                new ReadOptions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("ara-deu"),
                        Map.of());
        TestCollection read = DatasetFormats.read(folder, options).collectionToScoreOn();
        MtebSubset written = subset("MLQARetrieval", "ara-deu");
        assertThat(read.questionLanguages()).containsExactly(written.question());
        assertThat(read.answerLanguages()).containsExactly(written.passage());
    }

    @Test
    void writesScriptsWhereTheyTellLanguagesApart() {
        assertThat(subset("BelebeleRetrieval", "hin_Latn-hin_Deva"))
                .isEqualTo(
                        new MtebSubset(
                                "hin_Latn-hin_Deva",
                                new Lang("hi"),
                                new Lang("hi-Latn"),
                                List.of("hin-Latn", "hin-Deva")));
        assertThat(subset("XQuADRetrieval", "zh").languages()).containsExactly("zho-Hans");
    }

    @Test
    void asksForTheSplitOnlyWhereThereAreSeveral() {
        MtebTask mlqa = TASKS.named("MLQARetrieval").orElseThrow();
        assertThat(mlqa.split("test")).isEqualTo("test");
        assertThat(TASKS.named("XQuADRetrieval").orElseThrow().split(null)).isEqualTo("validation");
        assertThatThrownBy(() -> mlqa.split(null))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("validation, test");
        assertThatThrownBy(() -> mlqa.split("dev")).isInstanceOf(BadInputException.class);
    }

    @Test
    void namesSubsetsOfATaskThatIsNotItsOwnInTheOrderAsked() {
        Set<Lang> languages = Set.of(new Lang("el"), new Lang("zh"), new Lang("zh-Hant"));
        for (MtebTask.Order order : MtebTask.Order.values()) {
            MtebTask own = TASKS.own("Mine", "1", "dev", "recall_at_1", order, languages);
            MtebSubset first = own.subsets().get(1);
            assertThat(own.subsets()).hasSize(9);
            assertThat(own.split(null)).isEqualTo("dev");
            assertThat(first.name()).isEqualTo("ell-zho");
            assertThat(first.passage())
                    .isEqualTo(new Lang(order == MtebTask.Order.CORPUS_FIRST ? "el" : "zh"));
        }
    }

    @Test
    void refusesALanguageWithoutAKnownScript() {
        assertThatThrownBy(
                        () ->
                                TASKS.own(
                                        "Mine",
                                        "1",
                                        "dev",
                                        "recall_at_1",
                                        MtebTask.Order.QUERY_FIRST,
                                        Set.of(new Lang("gsw"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("not known of 'gsw'; write the script into the tag")
                .hasMessageContaining("gsw-Latn");
    }
}
