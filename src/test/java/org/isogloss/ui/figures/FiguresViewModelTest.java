package org.isogloss.ui.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.Inks;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.LanguagePairHeatmap;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.SampleFigures;
import org.isogloss.figure.export.PaperSize;
import org.isogloss.figure.export.PaperTable;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.chart.FigureShelf;
import org.isogloss.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresViewModelTest {
    @TempDir private Path folder;
    private final FigureShelf shelf = new FigureShelf();

    private FiguresViewModel model() {
        return new FiguresViewModel(shelf, new RunShelf(folder.resolve("runs")), new InlineTasks());
    }

    private static Figure heatmap() {
        return SampleFigures.all().stream()
                .filter(LanguagePairHeatmap.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Figure difference() {
        return SampleFigures.all().stream()
                .filter(LanguagePairDifference.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsAFigureOnceAndALaterStateInItsPlace() {
        Figure figure = heatmap();

        assertThat(shelf.keep(figure)).isTrue();
        assertThat(shelf.keep(figure)).isFalse();
        assertThat(shelf.keep(heatmap())).isFalse();

        assertThat(shelf.figures()).containsExactly(figure);
    }

    @Test
    void ordersAndRemoves() {
        FiguresViewModel model = model();
        shelf.keepAll(List.of(heatmap(), difference()));
        model.selected().set(shelf.figures().get(1));

        model.move(-1);
        assertThat(shelf.figures().get(0)).isEqualTo(difference());
        model.move(-1);
        assertThat(shelf.figures().get(0)).as("the end").isEqualTo(difference());

        model.remove();
        assertThat(shelf.figures()).containsExactly(heatmap());
        assertThat(model.selected().get()).isEqualTo(heatmap());
    }

    @Test
    void writesABundleWithPicturesTablesCaptionsAndReferences() throws IOException {
        FiguresViewModel model = model();
        shelf.keepAll(List.of(heatmap(), difference()));
        model.setCaption(difference(), "Gains of hybrid batches & more.");
        model.size().set(PaperSize.ACL_COLUMN);
        model.inks().set(Inks.GREY);
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");

        model.export(first);
        model.export(second);

        Map<String, byte[]> files = unzipped(first);
        String heatmap = "01-" + heatmap().id();
        String difference = "02-" + difference().id();
        assertThat(files.keySet())
                .contains(
                        "figures/" + heatmap + ".pdf",
                        "figures/" + difference + ".svg",
                        "figures/" + difference + ".png",
                        "tables/" + difference + ".tex",
                        "tables/" + heatmap + ".csv",
                        "captions.tex",
                        "references.bib",
                        "README.txt");
        assertThat(text(files.get("captions.tex")))
                .contains("\\includegraphics[width=\\linewidth]{figures/" + difference + ".pdf}")
                .contains("Gains of hybrid batches \\& more.");
        assertThat(text(files.get("references.bib"))).contains("2408.10536");
        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
        assertThat(model.progress().get()).startsWith("2 figures and no runs saved");
    }

    @Test
    void saysWhoseRunsAreNoLongerThere() {
        FiguresViewModel model = model();
        model.look();
        assertThat(model.gone().get()).isEmpty();

        FigureTable numbers = new FigureTable(List.of("mean"), List.of(List.of("0.6994")));
        Provenance lost =
                Provenance.UNKNOWN.by(List.of(new Provenance.Source("lost-study/mixed-1", "0")));
        shelf.keep(new PaperTable("means", "Means", "", lost, numbers, numbers));
        model.look();

        assertThat(model.gone().get()).startsWith("Runs of lost-study are no longer here");
    }

    @Test
    void enclosesKeptTablesInTheBundle() throws IOException {
        FiguresViewModel model = model();
        FigureTable numbers = new FigureTable(List.of("mean"), List.of(List.of("0.6994")));
        shelf.keep(
                new PaperTable(
                        "means-unseen",
                        "Means on unseen",
                        "seeds 0–2",
                        Provenance.UNKNOWN,
                        numbers,
                        numbers));
        Path file = folder.resolve("bundle.zip");

        model.export(file);

        Map<String, byte[]> files = unzipped(file);
        assertThat(text(files.get("tables/means-unseen.csv"))).contains("0.6994");
        assertThat(text(files.get("captions.tex"))).contains("\\input{tables/means-unseen}");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzipped(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
