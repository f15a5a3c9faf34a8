package org.isogloss.ui.chart;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.isogloss.figure.FigureTable;

/** Shows a figure's numbers. */
final class FigureTableView {
    private static final double ROW_HEIGHT = 32;

    private FigureTableView() {}

    static TableView<List<String>> of(FigureTable numbers) {
        TableView<List<String>> table = new TableView<>();
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        for (int c = 0; c < numbers.columns().size(); c++) {
            int place = c;
            TableColumn<List<String>, String> column = new TableColumn<>(numbers.columns().get(c));
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(place)));
            table.getColumns().add(column);
        }
        table.getItems().setAll(numbers.rows());
        return table;
    }
}
