package org.isogloss;

/** Starts the window without arguments, and the command line with arguments. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("Isogloss");
    }
}
