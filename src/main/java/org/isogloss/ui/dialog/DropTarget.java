package org.isogloss.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Lets files and folders be dropped on a node, which shows while they hover that it takes them. */
public final class DropTarget {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("drop");

    private final Node node;
    private final Consumer<List<Path>> dropped;

    private DropTarget(Node node, Consumer<List<Path>> dropped) {
        this.node = node;
        this.dropped = dropped;
    }

    /**
     * Makes a node take files.
     *
     * @param dropped takes their paths on the window's thread
     */
    public static void on(Node node, Consumer<List<Path>> dropped) {
        DropTarget target = new DropTarget(node, dropped);
        node.addEventHandler(DragEvent.DRAG_OVER, target::over);
        node.addEventHandler(DragEvent.DRAG_EXITED, e -> target.hovered(false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, target::drop);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            hovered(true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        hovered(false);
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            dropped.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private void hovered(boolean now) {
        node.pseudoClassStateChanged(HOVERED, now);
    }
}
