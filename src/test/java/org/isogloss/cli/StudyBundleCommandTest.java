package org.isogloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.isogloss.base.Cancellation;
import org.isogloss.ui.StudyFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyBundleCommandTest {
    private static final String CURVE = "alpha-curve-unseen-pairs";
    private static final String HEATMAP = "language-pairs-monolingual-unseen-countries";

    @TempDir private Path home;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private StudyFixture fixture;
    private Path study;

    @BeforeEach
    void finish() {
        fixture = new StudyFixture(home.resolve("runs"), List.of(1L, 2L)).finish(6);
        study = home.resolve("runs/world-facts");
    }

    private int execute(String verb, String... options) {
        List<String> line = new ArrayList<>(List.of("study", verb, study.toString()));
        line.addAll(List.of(options));
        return IsoglossCommand.commandLine(Cancellation.NEVER)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.toArray(String[]::new));
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        return new String(
                zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aBundleHoldsTheChosenFiguresInTheirOrderAndTheMeans() throws IOException {
        Path file = home.resolve("paper.zip");
        assertThat(
                        execute(
                                "bundle",
                                "--out",
                                file.toString(),
                                "--paper",
                                "slide",
                                "--figures",
                                CURVE + "," + HEATMAP))
                .isEqualTo(ExitCode.OK);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(entry -> entry.getName()).toList();
            assertThat(names)
                    .contains(
                            "figures/01-" + CURVE + ".pdf",
                            "figures/02-" + HEATMAP + ".svg",
                            "tables/means-unseen-pairs.tex",
                            "tables/means-unseen-countries.md",
                            "runs/world-facts/hybrid-0.50-nano-2/spec.json",
                            "references.bib")
                    .doesNotHaveDuplicates();
            assertThat(names).filteredOn(name -> name.endsWith(".pdf")).hasSize(2);
            double own =
                    fixture.study().plan().stream()
                            .filter(spec -> spec.strategy().id().equals("cross-lingual"))
                            .mapToDouble(
                                    spec ->
                                            StudyFixture.evaluation(spec, "unseen-pairs")
                                                    .macro()
                                                    .ownLanguageTop1())
                            .average()
                            .orElseThrow();
            assertThat(text(zip, "tables/means-unseen-pairs.csv"))
                    .contains("cross-lingual,own_language_1,multilingual," + own + ",");
            assertThat(text(zip, "tables/means-unseen-pairs.tex"))
                    .contains("\\begin{tabular}{lrrrrrrrr}")
                    .contains("$\\pm$");
            assertThat(text(zip, "captions.tex")).contains("\\input{tables/means-unseen-pairs}");
        }
        assertThat(out.toString()).contains("2 figures, 2 tables, 6 runs");
    }

    @Test
    void unknownFiguresAndSizesAreRefusedWithThoseThereAre() {
        String file = home.resolve("paper.zip").toString();
        assertThat(execute("bundle", "--out", file, "--figures", "nope"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no figure 'nope'").contains(CURVE);
        assertThat(execute("bundle", "--out", file, "--paper", "letter")).isEqualTo(2);
        assertThat(err.toString()).contains("known are [acl, acl-page, neurips, a4, slide]");
        assertThat(home.resolve("paper.zip")).doesNotExist();
    }

    @Test
    void theHeatmapsAreOfTheMeasureThatIsAskedFor() {
        String file = home.resolve("paper.zip").toString();

        assertThat(execute("bundle", "--list", "--out", file, "--pool", "all_languages"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("pool-map-unseen-pairs").doesNotContain(HEATMAP);
        assertThat(execute("bundle", "--list", "--out", file, "--metric", "bleu"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("bleu");
    }

    @Test
    void aReportIsWrittenWhereItWasAskedFor() {
        Path report = home.resolve("report");
        assertThat(execute("report", "--out", report.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString().strip()).isEqualTo(report.resolve("index.html").toString());
        assertThat(report.resolve("tables/means-unseen-pairs.csv")).isRegularFile();
        assertThat(report.resolve("study.json")).isRegularFile();
    }

    @Test
    void otherPeoplesFilesAreNotWrittenOver() throws IOException {
        Files.writeString(home.resolve("thesis.tex"), "years of work");
        assertThat(execute("report", "--out", home.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("holds files that are no report");
    }
}
