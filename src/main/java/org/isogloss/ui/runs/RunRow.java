package org.isogloss.ui.runs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunState;

/** One run as the window shows it. */
final class RunRow {
    private final RunFollower follower;
    private final ReadOnlyObjectWrapper<RunNews> news;

    RunRow(RunFollower follower, RunNews first) {
        this.follower = follower;
        this.news = new ReadOnlyObjectWrapper<>(first);
    }

    RunFolder folder() {
        return follower.folder();
    }

    ExperimentSpec spec() {
        return follower.spec();
    }

    RunFollower follower() {
        return follower;
    }

    RunNews news() {
        return news.get();
    }

    RunState state() {
        return news.get().state();
    }

    /** How it stands; changes on the window's thread. */
    ReadOnlyObjectProperty<RunNews> newsProperty() {
        return news.getReadOnlyProperty();
    }

    void take(RunNews latest) {
        news.set(latest);
    }
}
