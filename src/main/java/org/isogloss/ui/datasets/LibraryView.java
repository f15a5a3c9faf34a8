package org.isogloss.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.catalogue.KnownDataset;
import org.isogloss.corpus.catalogue.KnownDatasets;
import org.isogloss.corpus.catalogue.PublishedCounts;
import org.isogloss.ui.command.CommandBar;
import org.isogloss.ui.words.Words;

/**
 * The data sets the field knows: what each is, its licence, where it comes from, what it counts,
 * and the command that fetches it. Nothing is fetched from here.
 */
final class LibraryView extends BorderPane {
    private static final Words WORDS = Words.of(LibraryView.class);

    private static final double LIST_WIDTH = 264;
    private static final double NAMES_WIDTH = 120;

    private final Label title = new Label();
    private final Label what = new Label();
    private final GridPane facts = new GridPane();
    private final CommandBar command = new CommandBar();

    LibraryView() {
        getStyleClass().addAll("sets", "library");
        ListView<KnownDataset> names = new ListView<>();
        names.setId("library");
        names.setAccessibleText(WORDS.text("library.knownDataSets"));
        names.setPrefWidth(LIST_WIDTH);
        names.setCellFactory(list -> new NameCell());
        names.getItems().setAll(KnownDatasets.shipped().all());
        names.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> show(now));
        title.getStyleClass().add("view-title");
        title.setId("library-title");
        what.setWrapText(true);
        facts.getStyleClass().add("facts");
        ColumnConstraints left = new ColumnConstraints(NAMES_WIDTH);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().setAll(left, right);
        VBox page = new VBox(16, title, what, facts);
        page.getStyleClass().add("library-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(Styles.FLAT);
        BorderPane middle = new BorderPane(scroll);
        middle.setBottom(command);
        setLeft(names);
        setCenter(middle);
        names.getSelectionModel().selectFirst();
    }

    private void show(KnownDataset known) {
        if (known == null) {
            return;
        }
        title.setText(known.title());
        what.setText(known.what());
        facts.getChildren().clear();
        fact(WORDS.text("library.licence"), known.licence());
        fact(WORDS.text("library.home"), known.homepage());
        fact(WORDS.text("library.format"), known.format());
        fact(WORDS.text("library.languages"), languages(known.languages()));
        known.expected().forEach(part -> fact(counted(part), counts(part)));
        if (!known.byHand().isEmpty()) {
            fact(WORDS.text("library.toGetIt"), known.byHand());
        }
        fact(WORDS.text("library.saidBy"), String.join("\n", known.sources()));
        command.show(
                known.byHand().isEmpty()
                        ? "isogloss data fetch " + known.id()
                        : "isogloss data library " + known.id());
    }

    private void fact(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        Label words = new Label(name);
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        GridPane.setValignment(words, VPos.TOP);
        Label said = new Label(value);
        said.setWrapText(true);
        facts.addRow(facts.getRowCount(), words, said);
    }

    private static String languages(List<Lang> languages) {
        return languages.stream().map(Lang::tag).collect(Collectors.joining(" "));
    }

    private static String counted(PublishedCounts part) {
        String name = part.name();
        return name.isEmpty()
                ? WORDS.text("library.publishedCounts")
                : WORDS.text("library.published", name);
    }

    private static String counts(PublishedCounts part) {
        return part.counts().stream().map(SetWords::published).collect(Collectors.joining("\n"));
    }

    /** A name with its licence below. */
    private static final class NameCell extends ListCell<KnownDataset> {
        private final Label name = new Label();
        private final Label licence = new Label();
        private final Node lines = new VBox(2, name, licence);

        NameCell() {
            name.getStyleClass().add("set-name");
            licence.getStyleClass().add("caption");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(KnownDataset item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : lines);
            if (!empty && item != null) {
                name.setText(item.title());
                licence.setText(item.licence());
            }
        }
    }
}
