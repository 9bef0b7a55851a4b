package io.github.memdump.gephi.style;

import org.gephi.appearance.api.Interpolator;

/**
 * The logarithm of an amount between a least and a most one, as a part between 0 and 1. Gephi's own logarithm is one of
 * the part, not of the amount, and hardly differs from a straight line.
 */
final class LogScale extends Interpolator {
    private final double range;

    LogScale(double least, double most) {
        this.range = most - least;
    }

    /** Returns how far along the logarithmic scale a part of the range is. */
    @Override
    public float interpolate(float part) {
        return range > 0 ? (float) (Math.log1p(Math.max(0, part) * range) / Math.log1p(range)) : 0;
    }
}
