package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isogloss.base.Cancellation;
import org.isogloss.base.JsonFile;
import org.isogloss.run.StoredResults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MtebCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path results;

    @BeforeEach
    void score() {
        results = StoredResults.in(folder.resolve("scored")).path();
    }

    private int mteb(String task, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "mteb",
                                results.toString(),
                                "--task",
                                task,
                                "--model",
                                "lab/model",
                                "--out",
                                folder.resolve("results").toString()));
        arguments.addAll(List.of(more));
        return IsoglossCommand.commandLine(Cancellation.NEVER)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Path file(String name) {
        return folder.resolve("results/lab__model/no_revision_available").resolve(name);
    }

    @Test
    void writesATasksFileWhereMtebLooksForIt() {
        assertThat(mteb("BelebeleRetrieval")).isEqualTo(ExitCode.OK);
        JsonNode written = JsonFile.tree(file("BelebeleRetrieval.json"));
        assertThat(written.get("task_name").asString()).isEqualTo("BelebeleRetrieval");
        assertThat(written.get("dataset_revision").asString()).startsWith("979a2112");
        assertThat(written.get("mteb_version").isNull()).isTrue();
        assertThat(written.get("scores").get("test"))
                .extracting(entry -> entry.get("hf_subset").asString())
                .containsExactlyInAnyOrder(
                        "deu_Latn-deu_Latn",
                        "deu_Latn-eng_Latn",
                        "eng_Latn-deu_Latn",
                        "eng_Latn-eng_Latn");
        assertThat(JsonFile.tree(file("model_meta.json")).get("name").asString())
                .isEqualTo("lab/model");
        assertThat(out.toString())
                .containsPattern("BelebeleRetrieval: ndcg_at_10 0\\.\\d{5}, the mean over 4 of 376")
                .contains("Models that were scored on other subsets cannot be compared");
    }

    @Test
    void refusesOnePoolForSubsetsThatAreSearchedApart() {
        assertThat(mteb("MLQARetrieval", "--split", "test")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains("questions in several languages were searched in one pool of passages in")
                .contains("score each subset by itself (evaluate --subset)");
    }

    @Test
    void keepsOnlyThePairsThatAreSubsetsAndSaysSo() {
        assertThat(mteb("XQuADRetrieval")).isEqualTo(ExitCode.OK);
        assertThat(JsonFile.tree(file("XQuADRetrieval.json")).get("scores").get("validation"))
                .extracting(entry -> entry.get("hf_subset").asString())
                .containsExactly("de", "en");
        assertThat(out.toString())
                .contains("left out: 2 pairs of languages that are no subset of the task")
                .contains("left out: 1 questions without a relevant passage")
                .contains("MTEB counts questions of the same wording once");
    }

    @Test
    void asksWhichLanguageComesFirstWhereNoTaskSaysIt() {
        assertThat(mteb("Mine")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("corpus-first").contains("MLQARetrieval");
        assertThat(mteb("Mine", "--order", "query-first", "--main-score", "recall_at_1"))
                .isEqualTo(ExitCode.OK);
        JsonNode german = JsonFile.tree(file("Mine.json")).get("scores").get("test").get(1);
        assertThat(german.get("hf_subset").asString()).isEqualTo("deu-eng");
        assertThat(german.get("main_score")).isEqualTo(german.get("recall_at_1"));
        assertThat(mteb("MLQARetrieval", "--order", "query-first")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void leavesAloneWhatIsSaidOfTheModel() throws IOException {
        Files.createDirectories(file("x").getParent());
        Path meta = Files.writeString(file("model_meta.json"), "{\"filled\": \"in\"}");
        assertThat(mteb("XQuADRetrieval")).isEqualTo(ExitCode.OK);
        assertThat(meta).hasContent("{\"filled\": \"in\"}");
    }

    @Test
    void refusesAModelWithoutAnOrganisation() {
        assertThat(mteb("XQuADRetrieval", "--model", "lab/model/..")).isNotEqualTo(ExitCode.OK);
        out.getBuffer().setLength(0);
        assertThat(
                        IsoglossCommand.commandLine(Cancellation.NEVER)
                                .setErr(new PrintWriter(err, true))
                                .execute(
                                        "mteb",
                                        results.toString(),
                                        "--task=XQuADRetrieval",
                                        "--model=../x y"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("write organisation/model");
    }
}
