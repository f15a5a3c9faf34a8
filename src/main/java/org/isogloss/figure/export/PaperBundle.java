package org.isogloss.figure.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.Inks;
import org.isogloss.run.ResultFolder;
import org.isogloss.run.RunFolder;

/**
 * Everything a paper needs of some results in one zip: figures, their numbers, captions, what the
 * runs were and what they scored, and references. The same figures and runs give the same bytes.
 *
 * @param items in the order of the paper
 * @param tables that no figure stands beside, such as one of means
 * @param runs whose specs, environments and summaries are enclosed
 * @param size of the figures
 * @param inks of the figures
 */
public record PaperBundle(
        List<Item> items,
        List<PaperTable> tables,
        List<RunFolder> runs,
        PaperSize size,
        Inks inks) {
    private static final int DPI = 600;
    // a zip must date its entries; a fixed date keeps equal content equal
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final List<String> PICTURES = List.of("pdf", "svg", "png", "tikz");
    private static final List<String> TABLES = List.of("csv", "tex", "md");

    public PaperBundle {
        items = List.copyOf(items);
        tables = List.copyOf(tables);
        runs = List.copyOf(runs);
    }

    /** A bundle without tables of their own. */
    public PaperBundle(List<Item> items, List<RunFolder> runs, PaperSize size, Inks inks) {
        this(items, List.of(), runs, size, inks);
    }

    /** A figure and what stands under it. */
    public record Item(Figure figure, String caption) {
        /** A figure with the caption that its title and origin make. */
        public static Item of(Figure figure) {
            return new Item(figure, PaperBundle.caption(figure));
        }
    }

    /** What a caption has to tell: the subject, the data, the protocol, seeds and the guard. */
    public static String caption(Figure figure) {
        String origin = figure.subtitle().isEmpty() ? "" : " " + figure.subtitle() + ".";
        return figure.title() + "." + origin;
    }

    /** How a figure is drawn on this paper. */
    public ChartStyle style() {
        return ChartStyle.paper().titled(!size.captioned()).withInks(inks);
    }

    /** The size of a figure at a resolution. */
    public FigureSize figureSize(Figure figure, double dpi) {
        return size.size(figure.heightToWidth(), dpi);
    }

    /**
     * Writes the zip aside and then moves it to its place.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     * @throws java.util.concurrent.CancellationException if asked to stop; nothing is left
     */
    public void write(Path file, Progress progress, Cancellation stop) {
        AtomicFile.write(
                file,
                out -> {
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                    for (int i = 0; i < items.size(); i++) {
                        stop.check();
                        progress.at("drawing " + items.get(i).figure.title(), i, items.size());
                        add(zip, i);
                    }
                    for (PaperTable table : tables) {
                        text(zip, "tables/" + table.id() + ".csv", Csv.text(table));
                        text(zip, "tables/" + table.id() + ".tex", Latex.text(table));
                        text(zip, "tables/" + table.id() + ".md", Markdown.text(table));
                    }
                    text(zip, "captions.tex", captions());
                    for (RunFolder run : runs) {
                        stop.check();
                        progress.at("enclosing " + run.id(), items.size(), items.size());
                        add(zip, run);
                    }
                    text(zip, "references.bib", references());
                    text(zip, "README.txt", readMe());
                    zip.finish();
                });
    }

    private String name(int item) {
        return String.format(Locale.ROOT, "%02d-%s", item + 1, items.get(item).figure.id());
    }

    private void add(ZipOutputStream zip, int item) throws IOException {
        Figure figure = items.get(item).figure;
        for (String format : PICTURES) {
            entry(zip, "figures/" + name(item) + "." + format, out -> write(figure, format, out));
        }
        for (String format : TABLES) {
            entry(zip, "tables/" + name(item) + "." + format, out -> write(figure, format, out));
        }
    }

    private void write(Figure figure, String format, OutputStream out) throws IOException {
        FigureFormats.byId(format).write(figure, style(), figureSize(figure, DPI), out);
    }

    /** A figure environment for each picture, to be pasted. */
    private String captions() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            text.append("\\begin{figure}\n  \\includegraphics[width=\\linewidth]{figures/")
                    .append(name(i))
                    .append(".pdf}\n  \\caption{")
                    .append(Latex.escaped(items.get(i).caption))
                    .append("}\n  \\label{fig:")
                    .append(items.get(i).figure.id())
                    .append("}\n\\end{figure}\n\n");
        }
        for (PaperTable table : tables) {
            text.append("\\begin{table*}\n  \\input{tables/")
                    .append(table.id())
                    .append("}\n  \\caption{")
                    .append(Latex.escaped(table.title() + ". " + table.subtitle() + "."))
                    .append("}\n  \\label{tab:")
                    .append(table.id())
                    .append("}\n\\end{table*}\n\n");
        }
        return text.toString();
    }

    private static void add(ZipOutputStream zip, RunFolder run) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(run.path().resolve("spec.json"));
        files.add(run.path().resolve("environment.json"));
        for (String collection : run.scored()) {
            ResultFolder results = run.results(collection);
            files.add(results.summary());
            files.add(results.bias());
            files.add(results.limits());
            files.add(results.scores());
        }
        Path study = Objects.requireNonNull(run.path().getParent());
        String root = "runs/" + study.getFileName() + "/" + run.id() + "/";
        for (Path file : files) {
            if (Files.exists(file)) {
                String inRun = run.path().relativize(file).toString().replace('\\', '/');
                entry(zip, root + inRun, out -> Files.copy(file, out));
            }
        }
    }

    /** What a paper has to cite, as BibTeX. */
    public static String references() {
        try (InputStream bib = PaperBundle.class.getResourceAsStream("references.bib")) {
            return new String(Objects.requireNonNull(bib).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the references", e);
        }
    }

    private String readMe() {
        StringBuilder text = new StringBuilder("Made by Isogloss.\n\nFigures (");
        text.append(size.words()).append(", ").append(inks.words()).append("):\n");
        for (int i = 0; i < items.size(); i++) {
            Figure figure = items.get(i).figure;
            text.append("  ").append(name(i)).append("  ").append(figure.title()).append('\n');
            text.append("      ").append(figure.subtitle()).append('\n');
            FigureTable table = figure.table();
            text.append("      ").append(table.rows().size()).append(" rows in tables/\n");
        }
        text.append(tables.isEmpty() ? "" : "\nTables:\n");
        for (PaperTable table : tables) {
            text.append("  ").append(table.id()).append("  ").append(table.title()).append('\n');
            text.append("      ").append(table.subtitle()).append('\n');
        }
        text.append("\nRuns, each with its spec (SHA-256 of all data and weights), the machine it")
                .append(" ran on, and its scores:\n");
        runs.forEach(run -> text.append("  ").append(run.id()).append('\n'));
        text.append(
                "\nThe data behind the scores have licences of their own; cite them as well.\n");
        return text.toString();
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        entry(zip, name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static void entry(ZipOutputStream zip, String name, Content content)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
        content.write(zip);
        zip.closeEntry();
    }
}
