package org.isogloss.figure.export;

import java.nio.file.Path;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.SampleFigures;

/** Writes every sample figure in every style to {@code target/figures}, to be looked at. */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] args) {
        Path folder = Path.of("target", "figures");
        for (Figure figure : SampleFigures.all()) {
            for (ChartStyle style : ChartStyle.all()) {
                write(figure, style, FigureSize.screen(1280, 800), folder, "large");
                write(figure, style, FigureSize.screen(420, 380), folder, "medium");
                write(figure, style, FigureSize.screen(340, 260), folder, "small");
            }
            FigureSize column = FigureSize.millimetres(84, 70, 300);
            write(figure, ChartStyle.paper(), column, folder, "column");
        }
    }

    private static void write(
            Figure figure, ChartStyle style, FigureSize size, Path folder, String suffix) {
        String name = figure.id() + "-" + style.id() + "-" + suffix;
        for (FigureFormat format : FigureFormats.all()) {
            format.write(figure, style, size, folder.resolve(name + "." + format.id()));
        }
    }
}
