package org.isogloss.launch.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.experiment.SampleStudies;
import org.isogloss.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "{\"options\":{\"clusters\":\"a,b\"}}",
                "{\"options\":{\"cluster\":\"a\"}}",
                "{\"options\":{\"test-only\":\"\"}}",
                "{\"options\":{\"pars\":\"\"}}",
                "{\"options\":{\"arr\":\"0-3\"}}",
                "{\"options\":{\"requ\":\"\"}}",
                "{\"options\":{\"mem-per-c\":\"1G\"}}",
                "{\"options\":{\"gp\":\"1\"}}",
                "{\"options\":{\"nice\":\" \"}}",
                "{\"memory\":\"2G\",\"options\":{\"mem-per-cpu\":\"1G\"}}",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; cpu",
                "{\"gpus\":\"a100:2\"}; gpu:0",
                "{\"gpus\":\"0\"}; cpu",
                "{\"options\":{\"gres\":\"gpu:1\"}}; gpu:0",
                "{\"options\":{\"gres\":\"shard:1,gpu:a100\"}}; gpu:0",
                "{\"options\":{\"gres\":\"gpu:0\"}}; cpu",
                "{\"options\":{\"gres\":\"tmpdir:1\"}}; cpu",
                "{\"gpus\":\"1\",\"options\":{\"gres\":\"tmpdir:1\"}}; cpu",
                "{\"options\":{\"gpus-per-node\":\"v100:1\"}}; gpu:0",
            })
    void computesOnACardWhereverOneIsAskedFor(String json, String device) throws IOException {
        assertThat(read(json).device()).isEqualTo(device);
    }

    @Test
    void writesOptionsWithoutAValueAndLeavesTheMemoryToThem() throws IOException {
        SlurmSettings settings =
                read(
                        "{\"options\":{\"exclusive\":\"\",\"mem-per-cpu\":\"1G\",\"mail-type\":\"END\"}}");
        RunFolder run =
                RunFolder.create(folder.resolve("runs"), SampleStudies.spec("s", 1), Map.of());

        assertThat(new JobScript(settings, new JobRequest(null, 1L << 30)).of(run))
                .contains("#SBATCH --exclusive\n", "#SBATCH --mem-per-cpu=\"1G\"\n")
                .doesNotContain("--mem=");
        settings.write(folder.resolve("kept.json"));
        assertThat(SlurmSettings.read(folder.resolve("kept.json"))).isEqualTo(settings);
    }

    private SlurmSettings read(String json) throws IOException {
        return SlurmSettings.read(Files.writeString(folder.resolve("slurm.json"), json));
    }
}
