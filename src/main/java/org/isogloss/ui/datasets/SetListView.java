package org.isogloss.ui.datasets;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The data sets on the left. */
final class SetListView extends ListView<SetItem> {
    private final DatasetsViewModel model;
    private boolean following;

    SetListView(DatasetsViewModel model) {
        super(model.items());
        this.model = model;
        setId("data-sets");
        setAccessibleText("Data sets");
        setCellFactory(list -> new SetCell());
        getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!following && now != null) {
                                model.select(now);
                            }
                        });
        model.selected().addListener((property, before, now) -> follow());
        model.items().addListener((ListChangeListener<SetItem>) change -> follow());
    }

    private void follow() {
        following = true;
        int place = -1;
        for (int i = 0; i < model.items().size(); i++) {
            SetItem item = model.items().get(i);
            if (model.selected().get().filter(one -> one.key().equals(item.key())).isPresent()) {
                place = i;
            }
        }
        if (place < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(place);
        }
        following = false;
    }

    /** A name, what is in the set, what it is used for, and how it stands. */
    private static final class SetCell extends ListCell<SetItem> {
        private final Label name = new Label();
        private final Label content = new Label();
        private final Label standing = new Label();
        private final Label use = new Label();
        private final VBox lines = new VBox(name, content, new HBox(8, standing, use));

        SetCell() {
            name.getStyleClass().add("set-name");
            content.getStyleClass().add("caption");
            standing.getStyleClass().add("caption");
            standing.setMinWidth(USE_PREF_SIZE);
            use.getStyleClass().addAll("caption", "use");
            lines.getStyleClass().add("set-cell");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SetItem item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : lines);
            if (!empty && item != null) {
                name.setText(item.name());
                content.setText(item.entry().map(SetWords::content).orElse(""));
                content.setVisible(item.entry().isPresent());
                content.setManaged(item.entry().isPresent());
                use.setText(SetWords.use(item.roles()));
                StandingWords.show(standing, item);
                setTooltip(new Tooltip(item.path().toString()));
            }
        }
    }
}
