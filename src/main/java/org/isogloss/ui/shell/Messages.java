package org.isogloss.ui.shell;

/** The one door for what the window has to say; messages stand in a strip, not in dialogs. */
public interface Messages {
    /** Says that something was done, as one sentence; it fades by itself. */
    void say(String sentence);

    /**
     * Says that something went wrong; it stays until closed.
     *
     * <p>The message of a {@link org.isogloss.base.BadInputException} is shown as it stands; of
     * anything else its details can be unfolded and copied.
     */
    void report(Throwable error);
}
