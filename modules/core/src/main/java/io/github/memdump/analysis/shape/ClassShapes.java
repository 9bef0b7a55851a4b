package io.github.memdump.analysis.shape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The shapes that the objects of a class have. Immutable. */
public final class ClassShapes {
    private final int classNumber;
    private final long objects;
    private final long tooComplex;
    private final int shapes;
    private final int most;
    private final int example;
    private final List<String> variables;

    private ClassShapes(List<ShapeUse> uses) {
        long all = 0;
        long complex = 0;
        int widest = 0;
        Set<String> names = new LinkedHashSet<>();
        ShapeUse shown = uses.get(0);
        for (ShapeUse use : uses) {
            all += use.objects();
            complex += use.isTooComplex() ? use.objects() : 0;
            widest = Math.max(widest, use.variables().size());
            names.addAll(use.variables());
            shown = use.isTooComplex() ? use : shown;
        }
        this.classNumber = shown.classNumber();
        this.example = shown.example();
        this.objects = all;
        this.tooComplex = complex;
        this.shapes = (int) uses.stream().filter(use -> !use.isTooComplex()).count();
        this.most = widest;
        this.variables = List.copyOf(new ArrayList<>(names));
    }

    /** Returns the shapes of a class; at least one, the most used first. */
    static ClassShapes of(List<ShapeUse> uses) {
        return new ClassShapes(uses);
    }

    /** Returns the number of the class in the heap. */
    public int classNumber() {
        return classNumber;
    }

    /** Returns the number of its objects that have a shape or are too complex for one. */
    public long objects() {
        return objects;
    }

    /** Returns how many of them are too complex for a shape. */
    public long tooComplex() {
        return tooComplex;
    }

    /** Returns how many different shapes they have. */
    public int shapes() {
        return shapes;
    }

    /** Returns the most variables that one of these shapes has. */
    public int mostVariables() {
        return most;
    }

    /** Returns one of the objects, one that is too complex if there is any. */
    public int example() {
        return example;
    }

    /** Returns the variables of all these shapes, those of the most used shape first. */
    public List<String> variables() {
        return variables;
    }
}
