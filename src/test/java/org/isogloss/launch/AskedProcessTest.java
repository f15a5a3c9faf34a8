package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Fingerprints;
import org.isogloss.launch.AskedModel.Stage;
import org.isogloss.run.Compute;
import org.isogloss.run.ExperimentRun;
import org.isogloss.run.RunFolder;
import org.isogloss.run.TinyStudy;
import org.isogloss.run.query.Answers;
import org.isogloss.run.query.Query;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
@Timeout(120)
class AskedProcessTest {
    private static final LocalProcess HERE = new LocalProcess(1);
    @TempDir private Path folder;

    private RunFolder trained() throws IOException {
        ExperimentSpec spec = TinyStudy.in(folder, 10).plan().get(0);
        RunFolder run = RunFolder.create(folder.resolve("runs"), spec, new Fingerprints().of(spec));
        new ExperimentRun(run, new Compute(ComputeDevice.of("cpu"), 1))
                .execute(Cancellation.NEVER, Progress.NONE);
        return run;
    }

    @Test
    void answersFromAProcessOfItsOwnUntilItIsPutAway() throws Exception {
        ProcessHandle child;
        try (AskedModel model = AskedProcess.start(HERE, trained(), "held-out")) {
            Answers answers = model.ask(Query.typed("เมืองหลวงของดินแดน 65", 3));

            assertThat(answers.text()).isEqualTo("เมืองหลวงของดินแดน 65");
            assertThat(answers.best()).hasSize(3);
            assertThat(model.state().stage()).isEqualTo(Stage.READY);
            assertThatThrownBy(() -> model.ask(Query.picked("nobody", 3)))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("no question 'nobody'");
            assertThat(model.ask(Query.picked("land-65_th", 3)).best()).hasSize(3);
            child = ProcessHandle.current().children().reduce((a, b) -> b).orElseThrow();
        }
        child.onExit().get();
    }

    @Test
    void saysWhyItCouldNotLoad() throws IOException {
        RunFolder run = trained();
        try (AskedModel model = AskedProcess.start(HERE, run, "elsewhere")) {
            assertThatThrownBy(() -> model.ask(Query.typed("x", 1)))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("no results on 'elsewhere', only on held-out");
            assertThat(model.state().stage()).isEqualTo(Stage.ENDED);
            assertThat(model.state().said()).contains("no results on 'elsewhere'");
        }
    }
}
