package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyMemoryTest {
    private static final Path SAMPLE = Path.of("sample-data/world-facts/study.json");
    private static final Backbone NANO =
            new Backbone("nano", null, new Backbone.Scratch(4000, 128, 0, 1, 512, 64));
    private static final Backbone LARGER =
            new Backbone("larger", null, new Backbone.Scratch(8000, 256, 4, 4, 1024, 64));

    @TempDir private Path folder;

    private final StudyMemory memory = new StudyMemory();

    private static Study with(Backbone... backbones) {
        Study sample = Study.read(SAMPLE);
        return new Study(
                sample.name(),
                sample.title(),
                sample.strategies(),
                List.of(backbones),
                sample.seeds(),
                sample.recipe());
    }

    @Test
    void takesTheLargestBackbone() {
        long small = memory.of(with(NANO), new LocalProcess(1)).orElseThrow();
        long large = memory.of(with(LARGER), new LocalProcess(1)).orElseThrow();

        assertThat(memory.of(with(NANO, LARGER), new LocalProcess(1))).hasValue(large);
        assertThat(large).isGreaterThan(2 * small);
    }

    @Test
    void tellsNothingOfABackboneThatCannotBeRead() {
        Study broken = with(NANO, Backbone.at("gone", folder.resolve("gone")));

        assertThat(memory.of(broken, new LocalProcess(1))).isEmpty();
    }
}
