package org.isogloss.training;

import org.isogloss.batch.BatchSettings;
import org.isogloss.encoder.KernelModel;

/** What must be the same for a checkpoint to fit a run. */
record RunIdentity(
        long seed, TrainingSettings training, BatchSettings batches, KernelModel model) {}
