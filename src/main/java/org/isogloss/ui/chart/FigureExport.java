package org.isogloss.ui.chart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.Inks;
import org.isogloss.figure.export.FigureFormat;
import org.isogloss.figure.export.FigureFormats;
import org.isogloss.figure.export.FigureSize;
import org.isogloss.figure.export.PaperSize;
import org.isogloss.ui.words.Words;

/** Takes figures out of the window: to a file of the user's choice, or to the clipboard. */
final class FigureExport {
    private static final Words WORDS = Words.of(FigureExport.class);

    private static final double UNITS_PER_INCH = 96;
    private static final List<Integer> RESOLUTIONS = List.of(150, 300, 600);
    private static final int STANDARD = 300;

    private final FigureTools tools;

    FigureExport(FigureTools tools) {
        this.tools = tools;
    }

    /** A figure and the size it is seen at, in units of 1/96 inch. */
    record Sized(Figure figure, double width, double height) {
        FigureSize at(double dpi) {
            return FigureSize.screen(width, height).at(dpi);
        }
    }

    /** One menu item for each format, and for pixels each resolution. */
    List<MenuItem> items(Supplier<Sized> figure) {
        List<MenuItem> items = new ArrayList<>();
        for (FigureFormat format : FigureFormats.all()) {
            String name = format.id().toUpperCase(Locale.ROOT);
            if (format.id().equals("png")) {
                for (int dpi : RESOLUTIONS) {
                    items.add(item(WORDS.text("figureExport.dpi", name, dpi), format, dpi, figure));
                }
            } else {
                items.add(item(name + "…", format, STANDARD, figure));
            }
        }
        items.add(new SeparatorMenuItem());
        for (PaperSize paper : PaperSize.values()) {
            items.add(sized(paper, figure));
        }
        return items;
    }

    /** PDF at the width that a paper gives a figure, in each choice of colours. */
    private Menu sized(PaperSize paper, Supplier<Sized> figure) {
        FigureFormat pdf = FigureFormats.byId("pdf");
        Menu menu = new Menu("PDF: " + paper.words());
        for (Inks inks : Inks.values()) {
            MenuItem item = new MenuItem(inks.words() + "…");
            String id = paper + "-" + inks;
            item.setId("export-" + id.toLowerCase(Locale.ROOT).replace('_', '-'));
            ChartStyle style = ChartStyle.paper().titled(!paper.captioned()).withInks(inks);
            item.setOnAction(
                    e -> {
                        Sized seen = figure.get();
                        FigureSize size = paper.size(seen.height / seen.width, STANDARD);
                        save(seen.figure, pdf, style, size);
                    });
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Puts the figure on the clipboard, on white. */
    void copy(Sized sized) {
        FigureSize size = sized.at(2 * UNITS_PER_INCH);
        tools.tasks()
                .run(
                        () -> FigureFormats.image(sized.figure(), ChartStyle.paper(), size),
                        image -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putImage(SwingFXUtils.toFXImage(image, null));
                            Clipboard.getSystemClipboard().setContent(content);
                            tools.say()
                                    .accept(
                                            WORDS.text(
                                                    "figureExport.copied", sized.figure().title()));
                        });
    }

    private MenuItem item(String words, FigureFormat format, int dpi, Supplier<Sized> figure) {
        MenuItem item = new MenuItem(words);
        item.setId("export-" + format.id() + (format.id().equals("png") ? "-" + dpi : ""));
        item.setOnAction(
                e -> {
                    Sized seen = figure.get();
                    save(seen.figure, format, ChartStyle.paper(), seen.at(dpi));
                });
        return item;
    }

    private void save(Figure figure, FigureFormat format, ChartStyle style, FigureSize size) {
        Optional<Path> chosen =
                tools.files()
                        .toSave(
                                WORDS.text("figureExport.exportTheFigure"),
                                figure.id() + "." + format.id());
        chosen.ifPresent(
                file ->
                        tools.tasks()
                                .run(
                                        () -> {
                                            format.write(figure, style, size, file);
                                            return file;
                                        },
                                        saved ->
                                                tools.say()
                                                        .accept(
                                                                WORDS.text(
                                                                        "figureExport.saved",
                                                                        saved))));
    }
}
