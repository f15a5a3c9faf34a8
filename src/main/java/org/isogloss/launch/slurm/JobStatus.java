package org.isogloss.launch.slurm;

/**
 * What Slurm says of a job; its name and folder are empty where it was not asked for them.
 *
 * @param state where it stands
 * @param reason why it waits or ended, in Slurm's word, or empty
 * @param name as it was submitted
 * @param folder in which it works
 */
record JobStatus(SlurmState state, String reason, String name, String folder) {
    JobStatus(SlurmState state, String reason) {
        this(state, reason, "", "");
    }

    /** The status in a sentence, with what to do where something can be done. */
    String sentence(String job) {
        return "Slurm job " + job + " " + state.words(reason);
    }
}
