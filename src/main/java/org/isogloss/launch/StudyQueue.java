package org.isogloss.launch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.run.RunShelf;

/**
 * In which order the waiting runs of a study are started and how many work at the same time, as the
 * user changed it: {@code queue.json} in the study's folder, looked at by the process that works
 * through the study before each start.
 *
 * <p>What a run computes does not depend on it. A name that waits no more, or never did, changes
 * nothing.
 *
 * @param first ids of runs that come before all others, in this order; the others follow as planned
 * @param atOnce runs at the same time; null for what the study was started with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StudyQueue(List<String> first, Integer atOnce) {
    /** The order of the plan. */
    public static final StudyQueue PLANNED = new StudyQueue(List.of(), null);

    /**
     * @throws BadInputException if no run may work
     */
    public StudyQueue {
        first = first == null ? List.of() : List.copyOf(first);
        if (atOnce != null && atOnce < 1) {
            throw new BadInputException("atOnce is " + atOnce + "; at least 1 run works at a time");
        }
    }

    /**
     * A study's queue.
     *
     * @throws BadInputException naming file and line if it cannot be read
     */
    public static StudyQueue read(RunShelf shelf, String study) {
        Path file = shelf.studyQueue(study);
        return Files.exists(file) ? JsonFile.read(file, StudyQueue.class) : PLANNED;
    }

    /** Makes it a study's. */
    public void write(RunShelf shelf, String study) {
        JsonFile.write(shelf.studyQueue(study), this);
    }

    /**
     * What waits, in the order it is started.
     *
     * @param planned what waits, in the order of the plan
     */
    public <T> List<T> ordered(List<T> planned, Function<T, String> id) {
        List<T> ordered = new ArrayList<>(planned);
        ordered.sort(
                Comparator.comparingInt(
                        one -> {
                            int at = first.indexOf(id.apply(one));
                            return at < 0 ? first.size() : at;
                        }));
        return ordered;
    }

    /** The same with some runs before all others. */
    public StudyQueue withFirst(List<String> runs) {
        List<String> next = new ArrayList<>(runs);
        first.stream().filter(run -> !runs.contains(run)).forEach(next::add);
        return new StudyQueue(next, atOnce);
    }

    /**
     * The same with a run moved among those that wait.
     *
     * @param waiting the ids of what waits, in the order it would be started
     * @param places how many places nearer to the front; negative for nearer to the end
     */
    public StudyQueue moved(List<String> waiting, String run, int places) {
        List<String> next = new ArrayList<>(waiting);
        int at = next.indexOf(run);
        if (at >= 0) {
            next.remove(at);
            next.add(Math.max(0, Math.min(next.size(), at - places)), run);
        }
        return new StudyQueue(next, atOnce);
    }

    /** The same with so many runs at a time; null for what the study was started with. */
    public StudyQueue withAtOnce(Integer runs) {
        return new StudyQueue(first, runs);
    }
}
