package org.isogloss.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.isogloss.base.BadInputException;
import org.isogloss.corpus.format.Dataset;
import org.isogloss.corpus.format.ReadOptions;
import org.junit.jupiter.api.Test;

class DataSourceTest {
    private static final String BEIR = "sample-data/formats/beir/el";

    @Test
    void readsTwoSplitsOfOneFolderUnderTwoNames() {
        Dataset test = new DataSource(BEIR, null, ReadOptions.NONE.withSplit("test")).dataset();
        Dataset dev = new DataSource(BEIR, "el-dev", ReadOptions.NONE.withSplit("dev")).dataset();

        assertThat(test.collection().name()).isEqualTo("el");
        assertThat(dev.collection().name()).isEqualTo("el-dev");
        assertThat(dev.items().name()).isEqualTo("el-dev");
        assertThat(dev.collection().judgments()).isNotEqualTo(test.collection().judgments());
    }

    @Test
    void refusesANameThatCouldLeaveTheResultsFolder() {
        assertThatThrownBy(() -> new DataSource(BEIR, "../el", null))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'../el'")
                .hasMessageContaining("names a folder");
    }

    @Test
    void keepsItsNameWhenItIsMoved() {
        DataSource named = new DataSource("dev", "el-dev", null);

        assertThat(named.at(path -> "/data/" + path).name()).isEqualTo("el-dev");
        assertThat(DataSource.of("dev").at(path -> "/data/" + path + "-2").name())
                .isEqualTo("dev-2");
    }
}
