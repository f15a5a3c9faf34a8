package org.isogloss.retrieval.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.geometry.PrincipalMap.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorMapTest {
    @TempDir private Path folder;

    @Test
    void readsWhatItWrites() throws IOException {
        VectorMap map =
                new VectorMap(
                        List.of("none", "shared-directions:2"),
                        List.of(
                                text(true, "q,1", "th", new Point(.5, -.25), new Point(0, 1)),
                                text(false, "a", "en", new Point(-.125, 0), new Point(.5, .5))));
        Path file = folder.resolve("map.csv");

        map.write(file);

        assertThat(VectorMap.read(file)).isEqualTo(map);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "side,id,parallel,language,x_none,y_none,x_shared-directions:2,y_shared-directions:2",
                        "question,\"q,1\",land,th,0.50000,-0.25000,0.00000,1.00000",
                        "passage,a,land,en,-0.12500,0.00000,0.50000,0.50000");
    }

    @Test
    void refusesWhatIsNoMap() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "question,metric\n");
        Path torn =
                Files.writeString(
                        folder.resolve("torn.csv"),
                        "side,id,parallel,language,x_none,y_none\nquestion,q,q,en,0.1\n");

        assertThatThrownBy(() -> VectorMap.read(other))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("other.csv:1");
        assertThatThrownBy(() -> VectorMap.read(torn))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("torn.csv:2")
                .hasMessageContaining("2 numbers");
    }

    private static VectorMap.Text text(boolean question, String id, String lang, Point... places) {
        return new VectorMap.Text(question, id, "land", new Lang(lang), List.of(places));
    }
}
