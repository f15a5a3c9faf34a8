package org.isogloss.ui.chart;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.isogloss.ui.dialog.FileAsker;
import org.isogloss.ui.preference.Theme;
import org.isogloss.ui.task.BackgroundTasks;

/**
 * What every figure on the screen needs.
 *
 * @param theme charts are drawn anew when it changes
 * @param files asks where to export to
 * @param tasks exports off the window's thread
 * @param say tells the user that something was done, as one sentence
 * @param shelf where figures are kept for a paper
 * @param turns in which charts are drawn
 */
public record FigureTools(
        ObservableValue<Theme> theme,
        FileAsker files,
        BackgroundTasks tasks,
        Consumer<String> say,
        FigureShelf shelf,
        DrawingTurns turns) {

    /** Tools of a window, with a shelf of its own. */
    public FigureTools(
            ObservableValue<Theme> theme,
            FileAsker files,
            BackgroundTasks tasks,
            Consumer<String> say) {
        this(theme, files, tasks, say, new FigureShelf(), new DrawingTurns());
    }
}
