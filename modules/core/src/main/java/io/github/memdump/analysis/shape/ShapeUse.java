package io.github.memdump.analysis.shape;

import java.util.List;

/** Objects of one class that have one shape. Immutable. */
public final class ShapeUse {
    /** The number that stands for no shape: that of objects whose variables have become too many or too different. */
    public static final long TOO_COMPLEX = -1;

    private final long shape;
    private final int classNumber;
    private final int example;
    private final int objects;
    private final List<String> variables;

    ShapeUse(long shape, int classNumber, int example, int objects, List<String> variables) {
        this.shape = shape;
        this.classNumber = classNumber;
        this.example = example;
        this.objects = objects;
        this.variables = List.copyOf(variables);
    }

    /** Returns the number of the shape in the dump, or {@link #TOO_COMPLEX}. */
    public long shape() {
        return shape;
    }

    /** Returns whether Ruby keeps the variables of these objects in a hash, slower and larger, and not by a shape. */
    public boolean isTooComplex() {
        return shape == TOO_COMPLEX;
    }

    /** Returns the number of the class of the objects in the heap. */
    public int classNumber() {
        return classNumber;
    }

    /** Returns the first of the objects. */
    public int example() {
        return example;
    }

    /** Returns the number of objects. */
    public int objects() {
        return objects;
    }

    /** Returns the variables that the objects have, in their order; empty where they have none or it is not told. */
    public List<String> variables() {
        return variables;
    }
}
