package org.isogloss.launch.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlurmSettingsTest {
    @TempDir private Path folder;

    @Test
    void readsWhatAFileLeavesOpenAsNull() throws IOException {
        SlurmSettings read =
                read("{\"partition\":\"gpu\",\"setup\":[\"module load cuda\"],\"time\":\"1-0\"}");

        assertThat(read.partition()).isEqualTo("gpu");
        assertThat(read.setup()).containsExactly("module load cuda");
        assertThat(read.host()).isNull();
        assertThat(read.everySeconds()).isEqualTo(15);
        assertThat(read.device()).isEqualTo("cpu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"host\":\"-oProxyCommand=x\"}",
                "{\"host\":\"a b\"}",
                "{\"partition\":\"gpu\\n#SBATCH --uid=0\"}",
                "{\"setup\":[\"a\\nb\"]}",
                "{\"memory\":\"much\"}",
                "{\"time\":\"tomorrow\"}",
                "{\"gpus\":\"one\"}",
                "{\"cpus\":0}",
                "{\"options\":{\"array\":\"0-3\"}}",
                "{\"options\":{\"--nice\":\"1\"}}",
                "{\"partition\":\" \"}",
                "{\"partitions\":\"gpu\"}",
            })
    void refusesWhatCannotBeMeant(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("slurm.json:1: ");
    }

    @Test
    void putsOnesOwnOverASites() throws IOException {
        SlurmSettings site =
                read(
                        "{\"partition\":\"gpu\",\"gpus\":\"a100:1\",\"cpus\":4,"
                                + "\"options\":{\"nice\":\"10\",\"constraint\":\"x\"}}");
        SlurmSettings mine = read("{\"cpus\":8,\"options\":{\"nice\":\"0\"}}");

        SlurmSettings both = site.with(mine);

        assertThat(both.partition()).isEqualTo("gpu");
        assertThat(both.cpus()).isEqualTo(8);
        assertThat(both.device()).isEqualTo("gpu:0");
        assertThat(both.options()).containsEntry("nice", "0").containsEntry("constraint", "x");
    }

    private SlurmSettings read(String json) throws IOException {
        return SlurmSettings.read(Files.writeString(folder.resolve("slurm.json"), json));
    }
}
