package org.isogloss.ui.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.controlsfx.control.tableview2.FilteredTableColumn;
import org.controlsfx.control.tableview2.TableView2;
import org.controlsfx.control.tableview2.filter.popupfilter.PopupFilter;
import org.controlsfx.control.tableview2.filter.popupfilter.PopupStringFilter;
import org.isogloss.ui.words.Words;

/**
 * Questions with their answers; each column is filtered by the button in its head.
 *
 * <p>Only the rows in sight have nodes and read their answers. The columns' filters are told and
 * applied by others, in the background: a filtered view of the library's own would read every cell
 * of every row on the window's thread.
 */
final class DataRowTable extends TableView2<DataRow> {
    private static final Words WORDS = Words.of(DataRowTable.class);

    private static final double ROW_HEIGHT = 32;
    private static final int SHOWN = 240;

    private final ReadOnlyObjectWrapper<Predicate<DataRow>> filter =
            new ReadOnlyObjectWrapper<>(row -> true);
    private final List<Supplier<Predicate<DataRow>>> filters = new ArrayList<>();

    DataRowTable() {
        setId("rows");
        setAccessibleText(WORDS.text("dataRow.questionsAndTheirAnswers"));
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Label none = new Label(WORDS.text("dataRow.noRowHoldsThat"));
        none.getStyleClass().add("caption");
        setPlaceholder(none);
        add(WORDS.text("dataRow.language"), row -> row.lang().tag(), 88, 104);
        add(WORDS.text("dataRow.question"), row -> row.question().text(), 240, 4000);
        add(WORDS.text("dataRow.answerPassage"), row -> row.answer().get().text(), 240, 4000);
        add(WORDS.text("dataRow.source"), row -> row.question().source(), 112, 200);
    }

    /** Which rows the columns' filters let through. */
    ReadOnlyObjectProperty<Predicate<DataRow>> filter() {
        return filter.getReadOnlyProperty();
    }

    /** Shows other rows, and selects the first. */
    void show(List<DataRow> next) {
        getItems().setAll(next);
        if (next.isEmpty()) {
            getSelectionModel().clearSelection();
        } else {
            scrollTo(0);
            getSelectionModel().clearAndSelect(0);
        }
    }

    /** Takes every column's filter away. */
    void clearFilters() {
        for (TableColumn<DataRow, ?> column : getColumns()) {
            if (column instanceof FilteredTableColumn<?, ?> filtered) {
                filtered.setPredicate(null);
            }
        }
    }

    private void add(String name, Function<DataRow, String> value, double least, double most) {
        FilteredTableColumn<DataRow, String> column = new FilteredTableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new TextCell());
        column.setMinWidth(least);
        column.setPrefWidth(least);
        column.setMaxWidth(most);
        column.setSortable(false);
        column.setReorderable(false);
        PopupFilter<DataRow, String> popup = new PopupStringFilter<>(column);
        column.setOnFilterAction(e -> popup.showPopup());
        column.predicateProperty().addListener((property, before, now) -> combine());
        getColumns().add(column);
        filters.add(() -> letThrough(column, value));
    }

    private static Predicate<DataRow> letThrough(
            FilteredTableColumn<DataRow, String> column, Function<DataRow, String> value) {
        Predicate<? super String> wanted = column.getPredicate();
        return wanted == null ? row -> true : row -> wanted.test(value.apply(row));
    }

    private void combine() {
        filter.set(filters.stream().map(Supplier::get).reduce(row -> true, Predicate::and));
    }

    /** The beginning of a text, from the side its language is written from. */
    private static final class TextCell extends TableCell<DataRow, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            if (empty || text == null) {
                setText(null);
                return;
            }
            setText(beginning(text));
            boolean fromTheRight = TextDirection.startsFromTheRight(text);
            setNodeOrientation(
                    fromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
            setAlignment(Pos.CENTER_LEFT);
        }

        private static String beginning(String text) {
            int end = Math.min(text.length(), SHOWN);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            return text.substring(0, end).replaceAll("\\s+", " ");
        }
    }
}
