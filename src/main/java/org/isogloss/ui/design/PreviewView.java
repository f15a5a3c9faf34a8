package org.isogloss.ui.design;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.ColourScale;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.SamplingHeatmap;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.StrategyScores;
import org.isogloss.ui.chart.FigureTools;
import org.isogloss.ui.chart.FigureView;
import org.isogloss.ui.shell.EmptyPlace;
import org.isogloss.ui.study.StrategyMark;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** What the model will see: the first batches, and how often each language pair comes. */
final class PreviewView extends StackPane {
    private static final Words WORDS = Words.of(PreviewView.class);

    private final DesignViewModel model;
    private final BatchStrips strips = new BatchStrips();
    private final FigureView matrix;
    private final HBox pictures;
    private final Label note = Parts.caption("");
    private final EmptyPlace empty = new EmptyPlace(Feather.LAYERS);

    /**
     * @param addData offers data to train on
     * @param weigh offers a pair of languages, clicked in the matrix, to be weighted
     */
    PreviewView(
            DesignViewModel model,
            FigureTools figures,
            Runnable addData,
            Consumer<LanguagePair> weigh) {
        this.model = model;
        getStyleClass().add("preview");
        setMinSize(0, 0);
        setAlignment(Pos.TOP_CENTER); // where room is short, it is the legend that goes
        matrix = new FigureView(figures);
        matrix.followClosely();
        matrix.setId("sampling");
        matrix.onItem(cell -> pair(cell).ifPresent(weigh));
        VBox batches = new VBox(head(), strips);
        batches.setId("next-batches");
        VBox.setVgrow(strips, Priority.ALWAYS);
        HBox.setHgrow(batches, Priority.ALWAYS);
        HBox.setHgrow(matrix, Priority.ALWAYS);
        batches.setMinWidth(0);
        batches.setPrefWidth(10);
        matrix.setPrefWidth(12);
        pictures = new HBox(batches, matrix);
        pictures.getStyleClass().add("pictures");
        empty.withAction(WORDS.text("preview.addData"), addData);
        getChildren().addAll(pictures, empty);
        model.look().addListener((property, before, now) -> show(now));
        model.looked().addListener((property, before, now) -> show(model.look().get()));
        model.draft()
                .addListener(
                        (property, before, now) -> {
                            if (empty.isVisible()) {
                                show(model.look().get());
                            }
                        });
        show(model.look().get());
    }

    /** Of a cell counted row by row; a row is a question language. */
    private Optional<LanguagePair> pair(int cell) {
        List<Lang> languages =
                model.look().get().preview().map(Preview::languages).orElse(List.of());
        int size = languages.size();
        return cell >= size * size
                ? Optional.empty()
                : Optional.of(
                        new LanguagePair(languages.get(cell / size), languages.get(cell % size)));
    }

    private Node head() {
        Label title = new Label(WORDS.text("preview.batches"));
        title.getStyleClass().add("figure-title");
        VBox head = new VBox(title, note);
        head.getStyleClass().add("preview-head");
        return head;
    }

    private void show(TrainingLook look) {
        boolean any = look.preview().isPresent();
        pictures.setVisible(any);
        empty.setVisible(!any);
        if (any) {
            show(look.preview().get(), look.note());
        } else if (model.draft().get().data().training().isEmpty()) {
            say(WORDS.text("preview.noData"), WORDS.text("preview.addSome"), true);
        } else if (!model.looked().get()) {
            say(WORDS.text("preview.reading"), WORDS.text("preview.soon"), false);
        } else {
            String why = model.flaw(DraftFlaw.BATCHES);
            say(
                    WORDS.text("preview.noBatches"),
                    why.isEmpty() ? WORDS.text("preview.seeFlaws") : why,
                    false);
        }
    }

    private void say(String what, String how, boolean offer) {
        empty.say(what, how);
        empty.offer(offer);
    }

    private void show(Preview preview, String standIn) {
        note.setText(
                standIn.isEmpty()
                        ? WORDS.text("preview.said", preview.batches().size(), preview.seed())
                        : standIn);
        strips.show(preview);
        StrategyStyle style = StrategyScores.style(preview.strategy());
        String source =
                WORDS.text(
                        "preview.source",
                        preview.counted(),
                        Numbers.count(preview.batches().get(0).rows().size()),
                        preview.seed());
        matrix.setMark(new StrategyMark(style));
        matrix.show(
                new SamplingHeatmap(
                        style.name(),
                        preview.languages(),
                        preview.matrix(),
                        source,
                        ColourScale.Palette.VIRIDIS),
                WORDS.text("preview.matrix"));
    }
}
