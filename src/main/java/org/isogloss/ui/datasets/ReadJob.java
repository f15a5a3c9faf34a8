package org.isogloss.ui.datasets;

import java.util.Optional;
import java.util.Set;
import org.isogloss.corpus.catalogue.CatalogueEntry;
import org.isogloss.corpus.catalogue.Role;
import org.isogloss.corpus.format.ReadOptions;
import org.isogloss.ui.words.Words;

/** One reading of a data set, and what is done with what was read. */
final class ReadJob {
    private static final Words WORDS = Words.of(ReadJob.class);

    private final SetItem item;
    private final ReadOptions options;
    private final Purpose purpose;
    private final Set<Role> roles;
    private final StopSign sign = new StopSign();
    private volatile String doing = WORDS.text("readJob.waitingForWhatIs");

    /** What a reading is for. */
    enum Purpose {
        /** To remember it. */
        ADD,
        /** To remember it in place of what was read in another way. */
        REPLACE,
        /** To look at what is remembered. */
        LOOK
    }

    /**
     * What became of a data set.
     *
     * @param item how it stands now
     * @param read its content, if it was read
     */
    record Outcome(SetItem item, Optional<Inspection> read) {}

    ReadJob(SetItem item, ReadOptions options, Purpose purpose, Set<Role> roles) {
        this.item = item;
        this.options = options;
        this.purpose = purpose;
        this.roles = Set.copyOf(roles);
    }

    SetItem item() {
        return item;
    }

    String key() {
        return item.key();
    }

    boolean isFor(String key) {
        return item.key().equals(key);
    }

    /** True if nothing is lost when it is not done. */
    boolean isOnlyLook() {
        return purpose == Purpose.LOOK;
    }

    /** What is being done, in words; from any thread. */
    String doing() {
        return doing;
    }

    /** Stops it; from any thread. */
    void stop() {
        sign.raise();
    }

    /** What becomes of the data set if it is not read. */
    Outcome stopped() {
        Standing standing = purpose == Purpose.LOOK ? Standing.REMEMBERED : Standing.STOPPED;
        return new Outcome(item.with(standing), Optional.empty());
    }

    /** Reads, and enters what was read into the catalogue; on a background thread. */
    Outcome run(DatasetReader reader, CatalogueKeeper keeper) {
        ReadOutcome outcome = reader.read(item.path(), options, sign, words -> doing = words);
        if (outcome instanceof ReadOutcome.Done done) {
            return new Outcome(entered(done.inspection(), keeper), Optional.of(done.inspection()));
        }
        if (outcome instanceof ReadOutcome.Refused refused) {
            return new Outcome(item.refused(options, refused.problem()), Optional.empty());
        }
        return stopped();
    }

    private SetItem entered(Inspection read, CatalogueKeeper keeper) {
        return switch (purpose) {
            case ADD -> SetItem.of(keeper.enter(read, roles), Standing.UNCHANGED);
            case REPLACE ->
                    SetItem.of(
                            keeper.replace(item.entry().orElseThrow(), read), Standing.UNCHANGED);
            case LOOK -> {
                CatalogueEntry entry = item.entry().orElseThrow();
                boolean same = entry.sha256().equals(read.summary().sha256());
                yield item.with(same ? Standing.UNCHANGED : Standing.CHANGED);
            }
        };
    }
}
