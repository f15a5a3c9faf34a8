package org.isogloss.run.query;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A line of JSON that a process says which is asked questions; it is asked in lines of JSON that
 * are a {@link Query} each, and answers each with one line.
 *
 * @param kind what the line says
 * @param said progress, or why a question was refused, in a sentence; null otherwise
 * @param answers null unless they are what the line says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionLine(Kind kind, String said, Answers answers) {
    /** What a line says. */
    public enum Kind {
        /** How far loading is; no answer to anything. */
        PROGRESS,
        /** From now on questions are answered. */
        READY,
        /** The answers to the question before. */
        ANSWERS,
        /** The question before cannot be answered; others may be. */
        REFUSED,
        /** The process ends, because the model or its data cannot be used. */
        FAILED
    }

    static SessionLine saying(Kind kind, String said) {
        return new SessionLine(kind, said, null);
    }
}
