package org.isogloss.ui.datasets;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.ui.words.Words;

/** The data sets on the left. */
final class SetListView extends ListView<SetItem> {
    private static final Words WORDS = Words.of(SetListView.class);

    private final DatasetsViewModel model;
    private boolean following;

    SetListView(DatasetsViewModel model) {
        super(model.items());
        this.model = model;
        setId("data-sets");
        setAccessibleText(WORDS.text("setList.dataSets"));
        setCellFactory(list -> new SetCell());
        getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!following && now != null && !isShown(now)) {
                                model.select(now);
                            }
                        });
        model.selected().addListener((property, before, now) -> follow());
        model.items().addListener((ListChangeListener<SetItem>) change -> follow());
    }

    private boolean isShown(SetItem item) {
        return model.selected().get().filter(one -> one.key().equals(item.key())).isPresent();
    }

    private void follow() {
        following = true;
        int place = -1;
        for (int i = 0; i < model.items().size(); i++) {
            if (isShown(model.items().get(i))) {
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
        private final Label format = new Label();
        private final Label content = new Label();
        private final Label standing = new Label();
        private final Label use = new Label();
        private final VBox lines = new VBox(content, new HBox(8, standing, use));

        SetCell() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            name.setMinWidth(0);
            format.setMinWidth(USE_PREF_SIZE);
            format.getStyleClass().add("caption");
            HBox head = new HBox(8, name, gap, format);
            head.setAlignment(Pos.BASELINE_LEFT);
            lines.getChildren().add(0, head);
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
                format.setText(item.entry().map(CatalogueEntry::format).orElse(""));
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
