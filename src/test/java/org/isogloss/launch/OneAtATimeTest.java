package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.isogloss.run.RunFolder;
import org.isogloss.site.ExamplePage;
import org.junit.jupiter.api.Test;

/** The example of the page on launchers. */
class OneAtATimeTest {
    @Test
    void isWhatThePageShows() throws IOException {
        ExamplePage.shows("launcher.md", OneAtATime.class);
    }

    @Test
    void startsARunWhenTheOneBeforeHasEndedEvenWithAFailure() {
        List<CompletableFuture<Void>> started = new ArrayList<>();
        OneAtATime launcher = new OneAtATime(new Recording(started));

        CompletableFuture<Void> first = launcher.launch(new RunFolder(Path.of("a")));
        CompletableFuture<Void> second = launcher.launch(new RunFolder(Path.of("b")));
        assertThat(started).hasSize(1);
        assertThat(first).isNotDone();

        started.get(0).completeExceptionally(new IllegalStateException("no process"));
        assertThat(started).hasSize(2);
        assertThat(second).isNotDone();

        started.get(1).complete(null);
        assertThat(second).isCompleted();
    }

    private record Recording(List<CompletableFuture<Void>> started) implements Launcher {
        @Override
        public String id() {
            return "recording";
        }

        @Override
        public String description() {
            return "a list";
        }

        @Override
        public CompletableFuture<Void> launch(RunFolder run) {
            started.add(new CompletableFuture<>());
            return started.get(started.size() - 1);
        }
    }
}
