package io.github.memdump.cli.interactive;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Figures;
import io.github.memdump.array.Saturating;
import io.github.memdump.cli.option.Places;
import io.github.memdump.export.DumpWriter;
import io.github.memdump.export.GmlWriter;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ObjectGroup;
import io.github.memdump.subset.ParentsOf;
import io.github.memdump.subset.RemoveNode;
import io.github.memdump.subset.RootOf;
import io.github.memdump.subset.Roots;
import io.github.memdump.subset.RootsOf;
import io.github.memdump.subset.Sample;
import io.github.memdump.subset.SmallComponents;
import io.github.memdump.subset.SubgraphOf;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Objects of a dump and the references among them, as an interactive session works with them: memdump's
 * {@code MemoryDump}. Each operation returns another one and leaves this as it is. Where objects are wanted, they are
 * named by a Dump, by a selection ({@code "class =~ /Plan/"}) or by an address. Printing shows the classes; columns
 * that take an analysis are found out when first asked for, of the whole heap, and kept. Immutable, thread-safe.
 */
public final class Dump {
    private final HeapSubset subset;
    private final Known known;
    private final Source source;

    private Dump(HeapSubset subset, Known known, Source source) {
        this.subset = subset;
        this.known = known;
        this.source = source;
    }

    static Dump of(Heap heap, Source source) {
        return new Dump(HeapSubset.of(heap), Known.nothingOf(heap), source);
    }

    private Dump with(HeapSubset other) {
        return new Dump(other, known, source);
    }

    Dump with(HeapSubset other, Known more) {
        return new Dump(other, more, source);
    }

    /** Returns the number of objects. */
    public int size() {
        return subset.size();
    }

    /** Returns the number of references among the objects. */
    public long references() {
        return subset.references().edgeCount();
    }

    /** Returns the sum of the sizes of the objects in bytes. */
    public long memsize() {
        long[] sum = {0};
        subset.objects().forEach(object -> sum[0] = Saturating.sum(sum[0], subset.memsize(object)));
        return sum[0];
    }

    /** Returns how many objects there are of each class, and how large they are. */
    public Table stats() {
        return stats("class");
    }

    /** Returns the same by class, type, file, site or generation. */
    public Table stats(String by) {
        return new Tables(this).stats(by);
    }

    /** Returns the objects with the largest numbers in a column, such as {@code memsize} or {@code retained_size}. */
    public Table top(String column) {
        return new Tables(this).top(column(column));
    }

    /** Returns columns of the objects, given as {@code "object,class,memsize"}. */
    public Table table(String columns) {
        return new Tables(this).columns(columns);
    }

    /** Returns the numbers of a column, the largest first, of the objects that have one. */
    public Table numbers(String column) {
        return new Tables(this).numbers(column(column));
    }

    /** Returns the objects one by one: memdump's {@code each_record}. */
    public Stream<HeapObject> eachRecord() {
        NodeSet objects = subset.objects();
        return IntStream.iterate(objects.nextMember(0), object -> object >= 0,
            object -> objects.nextMember(object + 1)).mapToObj(object -> new HeapObject(this, object));
    }

    /** Returns the object of an address, of an identity or of the name of a root. */
    public HeapObject find(String object) throws IOException {
        return new HeapObject(this, place(object));
    }

    /** Returns the objects of a selection: {@code where("class =~ /Plan/ and memsize > 1k")}. */
    public Dump where(String selection) {
        return with(subset.keep(new Choice(this).selected(selection)));
    }

    /** Returns the objects that satisfy a condition: memdump's {@code find_all}. */
    public Dump findAll(Predicate<HeapObject> condition) {
        return with(subset.keep(object -> condition.test(new HeapObject(this, object))));
    }

    /** Returns the objects of a class: its name, or a pattern of names between slashes: {@code "/Plan/"}. */
    public Dump objectsOfClass(String name) {
        return name.length() > 1 && name.startsWith("/") && name.endsWith("/")
            ? where("class =~ " + name) : with(subset.objectsOfClass(new Choice(this).className(name)));
    }

    /** Returns the objects of the classes in whose name a pattern is found. */
    public Dump objectsOfClass(Pattern name) {
        return with(subset.objectsOfClass(name));
    }

    /** Returns the objects of a record type, such as {@code STRING}. */
    public Dump objectsOfType(String type) {
        return with(subset.objectsOfType(new Choice(this).typeName(type)));
    }

    /** Returns the objects that another dump does not have, by identity: the new ones if that is the earlier one. */
    public Dump diff(Dump before) {
        return before.heap() == heap() ? without(before) : new Comparison(this).with(before);
    }

    /** Returns where some objects meet the rest, and what each of them keeps alive. */
    public DumpBorder interfaceWith(Dump inside) {
        return new Comparison(this).borderOf(inside, chosen(inside));
    }

    /** Returns a shortest path from the roots to each of some objects: what keeps them alive. */
    public Dump rootsOf(Dump objects) {
        return with(RootsOf.of(subset, chosen(objects), source.task()), known.or(objects.known));
    }

    /** Returns the same for objects that are named. */
    public Dump rootsOf(String objects) throws IOException {
        return rootsOf(named(objects));
    }

    /** Returns everything that holds an object, directly or not. */
    public Dump rootOf(String object) throws IOException {
        return with(RootOf.of(subset, place(object), source.task()));
    }

    /** Returns what an object holds, directly or not. */
    public Dump subgraphOf(String object) throws IOException {
        return subgraphOf(object, Integer.MAX_VALUE);
    }

    /** Returns what an object holds over so many references at most. */
    public Dump subgraphOf(String object, int maxDepth) throws IOException {
        return with(SubgraphOf.of(subset, place(object), maxDepth, source.task()));
    }

    /** Returns the objects that refer to one of some objects. */
    public Dump parentsOf(Dump objects) {
        return with(ParentsOf.objects(chosen(objects)).in(subset, source.task()).subset());
    }

    /** Returns the same for objects that are named. */
    public Dump parentsOf(String objects) throws IOException {
        return parentsOf(named(objects));
    }

    /** Returns the objects that nothing here refers to. */
    public Dump roots() {
        return with(Roots.of(subset));
    }

    /** Returns some objects together with what they refer to. */
    public Dump addChildren(Dump objects) {
        return with(Roots.withChildren(subset, chosen(objects)));
    }

    /** Returns a random part, the same each time: about {@code ratio} of the objects, from 0 to 1. */
    public Dump sample(double ratio) {
        return with(Sample.of(subset, ratio, 0));
    }

    /** Returns the rest without some objects and the references to them. */
    public Dump without(Dump objects) {
        return with(subset.without(chosen(objects)));
    }

    /** Returns the same without objects that are named. */
    public Dump without(String objects) throws IOException {
        return without(named(objects));
    }

    /** Returns the rest without some objects, whoever referred to them refers to what they held. */
    public Dump collapse(Dump objects) {
        return with(subset.collapse(chosen(objects), source.task()));
    }

    /** Returns the same without objects that are named: {@code collapse("class = Set")}. */
    public Dump collapse(String objects) throws IOException {
        return collapse(named(objects));
    }

    /** Returns the objects that a programmer knows: collections and Ruby's own collapsed, weak references removed. */
    public Dump commonCleanup() {
        return with(CommonCleanup.of(subset, source.task()));
    }

    /** Returns the rest without an object and what it alone keeps alive. */
    public Dump removeNode(String object) throws IOException {
        return with(RemoveNode.from(subset, place(object), source.task()));
    }

    /** Returns the rest without the components of so many objects at most that hang together. */
    public Dump removeSmallComponents(int maxSize) {
        return with(SmallComponents.removedFrom(subset, maxSize, source.task()));
    }

    /** Returns the same objects, of which some are made one with a name. */
    public Dump group(String name, Dump objects) {
        return with(ObjectGroup.in(subset, name, chosen(objects), source.task()));
    }

    /** Writes the objects as a dump, without the values of strings; packed if the name ends in {@code .gz}. */
    public Dump save(String file) throws IOException {
        DumpWriter.of(subset).copying(source.input(), source.limits()).write(source.target(file), source.task());
        return this;
    }

    /** Writes the objects as a graph for Gephi, with the columns that are known. */
    public Dump saveGml(String file) throws IOException {
        Findings findings = known.findings(known.atHand(), source.task());
        GmlWriter.of(findings, new Tables(this).columnsOf(findings)).write(subset, source.target(file),
            source.task());
        return this;
    }

    /** Does the same as {@link #saveGml}, by memdump's name for it. */
    public Dump toGml(String file) throws IOException {
        return saveGml(file);
    }

    /** Returns the heap that the objects are of, for the Java API. */
    public Heap heap() {
        return subset.heap();
    }

    /** Returns the objects and references as the Java API knows them. */
    public HeapSubset subset() {
        return subset;
    }

    Known known() {
        return known;
    }

    Source source() {
        return source;
    }

    Column column(String name) {
        return new Choice(this).column(name);
    }

    Findings findings(Column column) {
        return new Choice(this).findings(List.of(column));
    }

    private int place(String object) throws IOException {
        int place = Places.find(heap(), object);
        if (!subset.contains(place)) {
            throw new Mistake(heap().identity(place) + " is in " + heap().facts().dumpName() + ", but not in this part"
                + " of it.");
        }
        return place;
    }

    private Dump named(String objects) throws IOException {
        return Places.isAddress(objects) || heap().rootNamed(objects) != Heap.NO_OBJECT
            ? with(subset.keep(NodeSet.of(heap().objectCount(), place(objects)))) : where(objects);
    }

    private NodeSet chosen(Dump other) {
        if (other.heap() != heap()) {
            throw new Mistake("These objects are of " + other.heap().facts().dumpName() + ", not of "
                + heap().facts().dumpName() + ". Only .diff(other) compares two dumps.");
        }
        return other.subset.objects();
    }

    /** Returns how much this is, and the classes that there are most objects of. */
    @Override
    public String toString() {
        return stats().toString();
    }

    String headline() {
        return Printable.of(Figures.count(size(), "object") + " of " + heap().facts().dumpName() + ", "
            + Figures.count(references(), "reference") + ", " + Figures.bytes(memsize()));
    }
}
