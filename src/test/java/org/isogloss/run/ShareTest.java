package org.isogloss.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.isogloss.base.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void givesEveryShardToOneProcess(int of) {
        for (int shard = 0; shard < 50; shard++) {
            int number = shard;
            assertThat(IntStream.rangeClosed(1, of).filter(i -> new Share(i, of).has(number)))
                    .as("processes of shard %d", shard)
                    .hasSize(1);
        }
    }

    @Test
    void readsWhatItWrites() {
        assertThat(Share.parse("3/64")).isEqualTo(new Share(3, 64)).hasToString("3/64");
        assertThat(Share.parse("1/1")).isEqualTo(Share.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/4", "5/4", "1/0", "3", "a/b", "-1/4", "1/4/2", ""})
    void refusesWhatIsNoShare(String text) {
        assertThatThrownBy(() -> Share.parse(text)).isInstanceOf(BadInputException.class);
    }
}
