package org.isogloss.figure.export;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The data of a path, in few letters: each point is told from the one before, in tenths of a unit,
 * and no error adds up.
 */
final class SvgPath {
    private static final double TENTHS = 10;
    private static final String COMMANDS = "MLQCZ";
    private static final int[] POINTS = {1, 1, 2, 3, 0};

    private SvgPath() {}

    /** One command and the whole coordinates that follow it. */
    private record Part(char command, List<Double> at) {}

    /** A number in tenths, as SVG writes it shortest. */
    static String number(double value) {
        return tenths(Math.round(value * TENTHS));
    }

    private static String tenths(long tenths) {
        String sign = tenths < 0 ? "-" : "";
        long whole = Math.abs(tenths) / 10;
        long rest = Math.abs(tenths) % 10;
        if (rest == 0) {
            return sign + whole;
        }
        return sign + (whole == 0 ? "" : whole) + "." + rest;
    }

    /** The same path told shorter. */
    static String shorter(String data) {
        StringBuilder path = new StringBuilder();
        long x = 0;
        long y = 0;
        long startX = 0;
        long startY = 0;
        char last = ' ';
        for (Part part : parts(data)) {
            char command = Character.toLowerCase(part.command);
            if (command == 'z') {
                x = startX;
                y = startY;
                path.append('z');
            } else if (command == 'm') {
                x = tenths(part.at.get(0));
                y = tenths(part.at.get(1));
                startX = x;
                startY = y;
                path.append('M').append(tenths(x));
                path.append(signed(y));
            } else {
                long fromX = x;
                long fromY = y;
                List<Long> steps = new ArrayList<>();
                for (int i = 0; i < part.at.size(); i += 2) {
                    x = tenths(part.at.get(i));
                    y = tenths(part.at.get(i + 1));
                    steps.add(x - fromX);
                    steps.add(y - fromY);
                }
                if (command == 'l' && x == fromX) {
                    command = 'v';
                    steps.remove(0);
                } else if (command == 'l' && y == fromY) {
                    command = 'h';
                    steps.remove(1);
                }
                String told = steps.stream().map(SvgPath::signed).collect(Collectors.joining());
                boolean again = command == last || !told.startsWith(" ");
                path.append(command == last ? "" : String.valueOf(command))
                        .append(again ? told : told.substring(1));
            }
            last = command;
        }
        return path.toString();
    }

    private static String signed(long tenths) {
        return (tenths < 0 ? "" : " ") + tenths(tenths);
    }

    private static long tenths(double value) {
        return Math.round(value * TENTHS);
    }

    /** The path itself. */
    static Path2D shape(String data) {
        Path2D shape = new Path2D.Double();
        for (Part part : parts(data)) {
            List<Double> at = part.at;
            switch (part.command) {
                case 'M' -> shape.moveTo(at.get(0), at.get(1));
                case 'L' -> shape.lineTo(at.get(0), at.get(1));
                case 'Q' -> shape.quadTo(at.get(0), at.get(1), at.get(2), at.get(3));
                case 'C' ->
                        shape.curveTo(
                                at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5));
                default -> shape.closePath();
            }
        }
        return shape;
    }

    private static List<Part> parts(String data) {
        List<Part> parts = new ArrayList<>();
        String[] words = data.replaceAll("([A-Za-z])", " $1 ").strip().split("[\\s,]+", -1);
        int i = 0;
        while (i < words.length) {
            char command = words[i].charAt(0);
            int kind = COMMANDS.indexOf(command);
            if (kind < 0 || words[i].length() != 1) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "'%s' in the path '%s'", words[i], data));
            }
            List<Double> at = new ArrayList<>();
            for (int n = 1; n <= 2 * POINTS[kind]; n++) {
                at.add(Double.parseDouble(words[i + n]));
            }
            parts.add(new Part(command, at));
            i += 1 + at.size();
        }
        return parts;
    }
}
