package org.isogloss.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A mark for one value; all have about the same area, so that none looks heavier. */
public enum Mark {
    CIRCLE {
        @Override
        Shape unit() {
            return new Ellipse2D.Double(-.5, -.5, 1, 1);
        }
    },
    SQUARE {
        @Override
        Shape unit() {
            return new Rectangle2D.Double(-.44, -.44, .88, .88);
        }
    },
    TRIANGLE {
        @Override
        Shape unit() {
            return polygon(0, -.64, .6, .42, -.6, .42);
        }
    },
    DIAMOND {
        @Override
        Shape unit() {
            return polygon(0, -.64, .64, 0, 0, .64, -.64, 0);
        }
    },
    BAR {
        @Override
        Shape unit() {
            return new Rectangle2D.Double(-.65, -.26, 1.3, .52);
        }
    },
    CROSS {
        @Override
        Shape unit() {
            double arm = .64;
            double half = .19;
            return polygon(
                    half, -arm, half, -half, arm, -half, arm, half, half, half, half, arm, -half,
                    arm, -half, half, -arm, half, -arm, -half, -half, -half, -half, -arm);
        }
    };

    /** The mark one unit wide around the origin. */
    abstract Shape unit();

    Shape sized(double size) {
        return AffineTransform.getScaleInstance(size, size).createTransformedShape(unit());
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
