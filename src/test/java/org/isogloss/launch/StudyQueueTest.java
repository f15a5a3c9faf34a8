package org.isogloss.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.run.RunShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyQueueTest {
    private static final List<String> PLAN = List.of("a", "b", "c", "d");

    private static List<String> order(StudyQueue queue) {
        return queue.ordered(PLAN, run -> run);
    }

    @Test
    void isThePlanUntilSomebodyChangesIt() {
        assertThat(order(StudyQueue.PLANNED)).isEqualTo(PLAN);
    }

    @Test
    void putsNamedRunsBeforeAllOthersAndTheLastAskedForFirst() {
        StudyQueue queue = StudyQueue.PLANNED.withFirst(List.of("c"));
        assertThat(order(queue)).containsExactly("c", "a", "b", "d");
        assertThat(order(queue.withFirst(List.of("d", "b")))).containsExactly("d", "b", "c", "a");
    }

    @Test
    void movesARunByPlacesAndNoFurtherThanTheEnds() {
        StudyQueue queue = StudyQueue.PLANNED.moved(PLAN, "c", 1);
        assertThat(order(queue)).containsExactly("a", "c", "b", "d");
        assertThat(order(queue.moved(order(queue), "a", -2))).containsExactly("c", "b", "a", "d");
        assertThat(order(queue.moved(order(queue), "d", 9))).containsExactly("d", "a", "c", "b");
        assertThat(order(queue.moved(order(queue), "gone", 1))).isEqualTo(order(queue));
    }

    @Test
    void isKeptBesideTheStudy(@TempDir Path folder) {
        RunShelf shelf = new RunShelf(folder);
        assertThat(StudyQueue.read(shelf, "s")).isEqualTo(StudyQueue.PLANNED);

        StudyQueue queue = new StudyQueue(List.of("b"), 3);
        queue.write(shelf, "s");

        assertThat(folder.resolve("s/queue.json")).exists();
        assertThat(StudyQueue.read(shelf, "s")).isEqualTo(queue);
    }

    @Test
    void refusesThatNothingMayWork() {
        assertThatThrownBy(() -> StudyQueue.PLANNED.withAtOnce(0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("atOnce is 0; at least 1 run works at a time");
    }
}
