package org.isogloss.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;

/**
 * A report as files: {@code index.html}, the numbers of its tables and figures as comma-separated
 * values in {@code tables/}, and the spec that repeats it.
 *
 * @param path the folder
 */
public record ReportFolder(Path path) {
    private static final String PAGE = "index.html";

    /** The page to open. */
    public Path page() {
        return path.resolve(PAGE);
    }

    /**
     * Checks that nothing but an earlier report would be written over.
     *
     * @throws BadInputException if the folder holds anything else
     */
    public void requireOwn() {
        if (!Files.exists(path) || (Files.isRegularFile(page()) && own())) {
            return;
        }
        try (Stream<Path> inside = Files.list(path)) {
            if (inside.findAny().isPresent()) {
                throw BadInputException.in(
                        path,
                        "holds files that are no report; name a new folder, an empty one, or that"
                                + " of an earlier report");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + path, e);
        }
    }

    /** Another program's page may have any encoding; what is looked for is the same in all. */
    private boolean own() {
        try (Stream<String> lines = Files.lines(page(), StandardCharsets.ISO_8859_1)) {
            return lines.limit(5).anyMatch(line -> line.contains(ReportPage.GENERATOR));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + page(), e);
        }
    }

    /** Writes a report; the page last, so that it is there only with its tables. */
    public void write(StudyReport report) {
        table("data", data(report));
        for (CollectionFigures one : report.figures().collections()) {
            table("means-" + one.name(), one.means().numbers());
            if (!one.measures().rows().isEmpty()) {
                table("bias-" + one.name(), bias(one.measures()));
            }
        }
        for (Figure figure : report.figures().all()) {
            table(figure.id(), figure.table().with("provenance", figure.subtitle()));
        }
        AtomicFile.writeText(path.resolve(report.specFile()), report.spec() + "\n");
        AtomicFile.writeText(page(), new ReportPage(report).html());
    }

    private void table(String name, FigureTable table) {
        AtomicFile.writeText(path.resolve("tables").resolve(name + ".csv"), table.csv());
    }

    private static FigureTable data(StudyReport report) {
        return new FigureTable(
                List.of("name", "used for", "licence", "sha256"),
                report.sources().stream()
                        .map(s -> List.of(s.name(), s.role(), s.licence(), s.sha256()))
                        .toList());
    }

    private static FigureTable bias(Measures measures) {
        List<List<String>> rows = new ArrayList<>();
        for (Measures.Row row : measures.rows()) {
            for (int i = 0; i < row.values().size(); i++) {
                Optional<Measures.Value> value = row.values().get(i);
                rows.add(
                        List.of(
                                row.measure().id(),
                                measures.strategies().get(i).name(),
                                value.map(v -> MacroAverages.plain(v.macro().value())).orElse(""),
                                value.map(v -> MacroAverages.plain(v.macro().interval().low()))
                                        .orElse(""),
                                value.map(v -> MacroAverages.plain(v.macro().interval().high()))
                                        .orElse(""),
                                value.map(v -> MacroAverages.plain(v.deviation())).orElse("")));
            }
        }
        return new FigureTable(
                List.of("measure", "strategy", "mean", "low", "high", "sd over seeds"), rows);
    }
}
