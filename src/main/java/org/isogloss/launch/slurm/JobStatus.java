package org.isogloss.launch.slurm;

/**
 * What Slurm says of a job.
 *
 * @param state where it stands
 * @param reason why it waits or ended, in Slurm's word, or empty
 */
record JobStatus(SlurmState state, String reason) {
    /** The status in a sentence, with what to do where something can be done. */
    String sentence(String job) {
        return "Slurm job " + job + " " + state.words(reason);
    }
}
