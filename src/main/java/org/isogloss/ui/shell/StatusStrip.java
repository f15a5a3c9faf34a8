package org.isogloss.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the window's foot: running work and the last message left, the machine right. */
final class StatusStrip extends HBox {
    private final Label message = new Label();

    StatusStrip(StatusViewModel status) {
        getStyleClass().add("status-strip");
        Label running = new Label("", new FontIcon(Feather.ACTIVITY));
        running.getStyleClass().add("running");
        running.textProperty()
                .bind(status.running().map(n -> StatusViewModel.runningInWords(n.intValue())));
        running.visibleProperty().bind(status.running().greaterThan(0));
        running.managedProperty().bind(running.visibleProperty());
        message.setId("message");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label memory = new Label();
        memory.textProperty().bind(status.memory());
        memory.setMinWidth(USE_PREF_SIZE);
        Label device = new Label(status.device());
        device.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(running, message, gap, device, memory);
    }

    void say(String sentence) {
        message.setText(sentence);
    }
}
