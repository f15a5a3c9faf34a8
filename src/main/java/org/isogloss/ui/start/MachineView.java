package org.isogloss.ui.start;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanExpression;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.run.GraphicsCards;
import org.isogloss.ui.preference.Computing;
import org.isogloss.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What runs compute on, to be chosen, and how fast it is, to be measured. */
final class MachineView extends VBox {
    private static final Words WORDS = Words.of(MachineView.class);

    private final MachineViewModel model;
    private final ComboBox<String> devices = new ComboBox<>();
    private final ComboBox<Integer> threads = new ComboBox<>();
    private final Label problem = caption();

    /**
     * @param measure starts to measure
     * @param unable true while there is nothing to measure with, or runs would disturb it
     */
    MachineView(MachineViewModel model, Runnable measure, BooleanExpression unable) {
        this.model = model;
        getStyleClass().addAll("machine", "panel");
        Label kind = caption();
        kind.setText(WORDS.text("machine.thisMachine"));
        Label title = new Label(WORDS.text("machine.whereRunsCompute"));
        title.getStyleClass().add("view-title");
        Label said = caption();
        said.setId("measured");
        said.textProperty().bind(model.said());
        problem.setId("no-cards");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        devices();
        threads();
        HBox choice = new HBox(devices, threads);
        choice.getStyleClass().add("choice");
        HBox.setHgrow(devices, Priority.ALWAYS);
        getChildren()
                .addAll(new VBox(kind, title), choice, problem, said, buttons(measure, unable));
        model.cards().addListener((property, before, after) -> list(after));
        list(model.cards().get());
    }

    private static Label caption() {
        Label label = new Label();
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        return label;
    }

    private void devices() {
        devices.setId("device");
        devices.setAccessibleText(WORDS.text("machine.whatRunsComputeOn"));
        devices.setMaxWidth(Double.MAX_VALUE);
        devices.setCellFactory(list -> new DeviceCell());
        devices.setButtonCell(new DeviceCell());
        devices.valueProperty()
                .addListener(
                        (property, before, after) -> {
                            if (after != null) {
                                model.choose(model.computing().get().on(after));
                            }
                        });
    }

    private void threads() {
        threads.setId("threads");
        threads.setAccessibleText(WORDS.text("machine.processorThreads"));
        int all = Runtime.getRuntime().availableProcessors();
        threads.getItems().add(0);
        IntStream.range(1, all).forEach(threads.getItems()::add);
        threads.setValue(Math.min(model.computing().get().threads(), all));
        threads.setCellFactory(list -> new ThreadsCell(all));
        threads.setButtonCell(new ThreadsCell(all));
        threads.setMinWidth(USE_PREF_SIZE);
        threads.valueProperty()
                .addListener(
                        (property, before, after) ->
                                model.choose(model.computing().get().withThreads(after)));
    }

    /** Offers the cards; one chosen earlier stays chosen, since its run will say what is wrong. */
    private void list(GraphicsCards cards) {
        List<String> ids = FXCollections.observableArrayList(Computing.PROCESSOR);
        IntStream.range(0, cards.names().size()).forEach(i -> ids.add("gpu:" + i));
        String chosen = model.computing().get().device();
        if (!ids.contains(chosen)) {
            ids.add(chosen);
        }
        devices.getItems().setAll(ids);
        devices.setValue(chosen);
        problem.setText(cards.problem());
    }

    private Node buttons(Runnable measure, BooleanExpression unable) {
        Button start =
                new Button(
                        WORDS.text("machine.measureThisMachine"), new FontIcon(Feather.ACTIVITY));
        start.setId("measure");
        start.disableProperty().bind(unable);
        start.visibleProperty().bind(model.measuring().not());
        start.managedProperty().bind(start.visibleProperty());
        start.setOnAction(e -> measure.run());
        Button cancel = new Button(WORDS.text("machine.cancel"), new FontIcon(Feather.X));
        cancel.setId("cancel-measuring");
        cancel.visibleProperty().bind(model.measuring());
        cancel.managedProperty().bind(cancel.visibleProperty());
        cancel.setOnAction(e -> model.cancel());
        HBox buttons = new HBox(start, cancel);
        buttons.getStyleClass().add("choice");
        return buttons;
    }

    private final class DeviceCell extends ListCell<String> {
        @Override
        protected void updateItem(String id, boolean empty) {
            super.updateItem(id, empty);
            setText(empty || id == null ? "" : words(id));
        }

        private String words(String id) {
            if (id.equals(Computing.PROCESSOR)) {
                return WORDS.text("machine.processor");
            }
            int number = Integer.parseInt(id.substring(id.indexOf(':') + 1));
            List<String> names = model.cards().get().names();
            return number < names.size()
                    ? names.get(number) + " (" + id + ")"
                    : WORDS.text("machine.notFound", id);
        }
    }

    private static final class ThreadsCell extends ListCell<Integer> {
        private final int all;

        ThreadsCell(int all) {
            this.all = all;
        }

        @Override
        protected void updateItem(Integer count, boolean empty) {
            super.updateItem(count, empty);
            if (empty || count == null) {
                setText("");
            } else if (count == 0) {
                setText(
                        all == 1
                                ? WORDS.text("machine.thread")
                                : WORDS.text("machine.allThreads", all));
            } else {
                setText(
                        count == 1
                                ? WORDS.text("machine.thread")
                                : WORDS.text("machine.threads", count));
            }
        }
    }
}
