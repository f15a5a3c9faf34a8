package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphicsCardsTest {
    @TempDir private Path folder;

    @Test
    void listsTheCardsOfTheDriverByTheirPlace() throws IOException {
        card("0000:41:00.0", "Model: \t\t NVIDIA B\nIRQ: 1\n");
        card("0000:01:00.0", "Model: \t\t NVIDIA A\nIRQ: 2\n");

        List<String> found = GraphicsCards.named(folder);

        assertThat(found).containsExactly("NVIDIA A", "NVIDIA B");
        assertThat(GraphicsCards.of(found, Optional.empty()))
                .isEqualTo(new GraphicsCards(found, ""));
    }

    @Test
    void saysWhyNoneIsUsable() {
        assertThat(GraphicsCards.named(folder.resolve("none"))).isEmpty();
        assertThat(GraphicsCards.of(List.of(), Optional.of("No libraries.")).problem())
                .contains("no NVIDIA driver");
        assertThat(GraphicsCards.of(List.of("NVIDIA A"), Optional.of("No libraries.")))
                .isEqualTo(new GraphicsCards(List.of(), "No libraries."));
    }

    private void card(String place, String information) throws IOException {
        Path card = folder.resolve("gpus").resolve(place);
        Files.createDirectories(card);
        Files.writeString(card.resolve("information"), information);
    }
}
