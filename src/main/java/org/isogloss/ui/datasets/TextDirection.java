package org.isogloss.ui.datasets;

/** From which side a text is written, whatever language it is said to be in. */
final class TextDirection {
    private TextDirection() {}

    /** True if the first letter that has a direction is written from right to left. */
    static boolean startsFromTheRight(String text) {
        return text.codePoints()
                .map(Character::getDirectionality)
                .filter(TextDirection::strong)
                .mapToObj(direction -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .findFirst()
                .orElse(false);
    }

    private static boolean strong(int direction) {
        return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
