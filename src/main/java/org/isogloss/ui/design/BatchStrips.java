package org.isogloss.ui.design;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchKind;
import org.isogloss.batch.BatchRow;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.LanguageColours;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;

/**
 * The first batches, one strip each: every row of a batch is a tile, its upper half in the colour
 * of the question's language, its lower half in that of the answer's.
 */
final class BatchStrips extends VBox {
    private static final Words WORDS = Words.of(BatchStrips.class);

    BatchStrips() {
        getStyleClass().add("batch-strips");
    }

    void show(Preview preview) {
        LanguageColours colours = new LanguageColours(preview.languages());
        getChildren().clear();
        int number = 1;
        for (Batch batch : preview.batches()) {
            Label said = new Label(words(number++, batch), new StrategyMark(style(batch.kind())));
            said.getStyleClass().add("batch-caption");
            Strip strip = new Strip(batch, colours);
            strip.setAccessibleText(said.getText());
            VBox one = new VBox(said, strip);
            one.getStyleClass().add("batch");
            VBox.setVgrow(strip, Priority.ALWAYS);
            VBox.setVgrow(one, Priority.ALWAYS);
            getChildren().add(one);
        }
        getChildren().add(legend(preview.languages(), colours));
    }

    private static StrategyStyle style(BatchKind kind) {
        return StrategyStyle.of(kind.id());
    }

    private static String words(int number, Batch batch) {
        long pairs = batch.rows().stream().map(BatchRow::languages).distinct().count();
        BatchRow first = batch.rows().get(0);
        return batch.kind() == BatchKind.MONOLINGUAL
                ? WORDS.text("batchStrips.one", number, batch.kind().id(), name(first.question()))
                : WORDS.text(
                        "batchStrips.several",
                        number,
                        batch.kind().id(),
                        pairs,
                        Numbers.count(batch.rows().size()));
    }

    private static String name(Lang lang) {
        return lang.tag() + " " + lang.englishName();
    }

    private static FlowPane legend(List<Lang> languages, LanguageColours colours) {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("legend");
        for (Lang lang : languages) {
            Pane mark = new Pane();
            mark.getStyleClass().add("language-mark");
            mark.setStyle("-fx-background-color: " + StrategyMark.hex(colours.of(lang)) + ";");
            Label name = new Label(lang.tag(), mark);
            name.getStyleClass().add("caption");
            name.setTooltip(new Tooltip(lang.englishName() + " · " + lang.ownName()));
            legend.getChildren().add(name);
        }
        return legend;
    }

    /** One batch. */
    private static final class Strip extends Pane {
        private static final double NARROWEST = 3;
        private static final double LEAST_HEIGHT = 12;
        private static final double MOST_HEIGHT = 96;

        private final Canvas canvas = new Canvas();
        private final Batch batch;
        private final LanguageColours colours;
        private final Tooltip tip = new Tooltip();

        Strip(Batch batch, LanguageColours colours) {
            this.batch = batch;
            this.colours = colours;
            setMinSize(0, LEAST_HEIGHT);
            setMaxHeight(MOST_HEIGHT);
            getChildren().add(canvas);
            Tooltip.install(this, tip);
            setOnMouseMoved(e -> tip.setText(tile(e.getX())));
        }

        /** Tiles that find room; a batch of very many is cut. */
        private int tiles() {
            return (int) Math.max(1, Math.min(batch.rows().size(), getWidth() / NARROWEST));
        }

        private String tile(double x) {
            int place = (int) (x / getWidth() * tiles());
            BatchRow row = batch.rows().get(Math.max(0, Math.min(tiles() - 1, place)));
            String languages =
                    String.format(Locale.ROOT, "%s → %s", name(row.question()), name(row.answer()));
            return row.questionText().isEmpty()
                    ? languages
                    : languages + "\n" + row.questionText() + "\n" + row.passageText();
        }

        @Override
        protected void layoutChildren() {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            GraphicsContext paint = canvas.getGraphicsContext2D();
            paint.clearRect(0, 0, getWidth(), getHeight());
            int tiles = tiles();
            double width = getWidth() / tiles;
            double gap = width >= 2 * NARROWEST - 1 ? 1 : 0;
            double half = Math.floor(getHeight() / 2);
            for (int i = 0; i < tiles; i++) {
                BatchRow row = batch.rows().get(i);
                // whole pixels, so that tiles of one colour make one area
                double from = Math.rint(i * width);
                double wide = Math.rint((i + 1) * width) - from - gap;
                paint.setFill(paint(colours.of(row.question())));
                paint.fillRect(from, 0, wide, half);
                paint.setFill(paint(colours.of(row.answer())));
                paint.fillRect(from, half, wide, half);
            }
        }

        private static javafx.scene.paint.Color paint(Color colour) {
            return javafx.scene.paint.Color.rgb(
                    colour.getRed(), colour.getGreen(), colour.getBlue());
        }
    }
}
