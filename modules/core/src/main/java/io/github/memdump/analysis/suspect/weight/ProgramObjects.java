package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Set;

/**
 * Tells what a program made from what Ruby keeps for itself. Not the program's are: ROOT, CLASS, MODULE, ICLASS and
 * SHAPE records, compiled code and its caches, objects without a class (Ruby's internal tables), a few kinds of DATA,
 * and the dump's {@link OwnObjects}. Immutable, thread-safe; 1 byte per object.
 */
public final class ProgramObjects {
    private static final byte RUBYS = 0;
    /** Carries objects of the program without being one: the variables of a closure, the fields of a class. */
    private static final byte PASSAGE = 1;
    private static final byte PROGRAMS = 2;

    /** The ROOT object that stands for the machine stack. */
    public static final String STACK = "machine_context";

    private static final Set<String> RUBYS_TYPES = Set.of("ROOT", "CLASS", "MODULE", "ICLASS", "SHAPE", "NODE");
    private static final Set<String> CODE = Set.of("iseq", "ment", "cref", "callinfo", "callcache", "constcache", "ast",
        "parser_strterm");
    private static final Set<String> RUBYS_DATA = Set.of("VM", "ractor", "VM/pin_array_list", "tracepoint",
        "encoding", "autoload", "autoload_const", "autoload_i", "autoload_data", "thgroup", "iseq", "ENV", "ARGF",
        "memory_view/exported_object_registry");

    private final Heap heap;
    private final byte[] roles;
    /** Types of which some object has a class, so that to have none tells something. */
    private final boolean[] hasClasses;
    private final OwnObjects own;

    private ProgramObjects(Heap heap) {
        this.heap = heap;
        this.roles = new byte[heap.objectCount()];
        this.own = OwnObjects.of(heap);
        this.hasClasses = new boolean[heap.types().names().size()];
        for (int object = 0; object < roles.length; object++) {
            hasClasses[heap.type(object)] |= hasClass(object);
        }
    }

    private boolean hasClass(int object) {
        return heap.classes().address(heap.classNumber(object)) != Addresses.NONE;
    }

    /** Looks at all objects; linear time. */
    public static ProgramObjects of(Heap heap) {
        ProgramObjects objects = new ProgramObjects(heap);
        boolean[] rubysTypes = new boolean[heap.types().names().size()];
        for (int type = 0; type < rubysTypes.length; type++) {
            rubysTypes[type] = RUBYS_TYPES.contains(heap.types().names().get(type));
        }
        for (int object = 0; object < objects.roles.length; object++) {
            objects.roles[object] = rubysTypes[heap.type(object)] ? RUBYS : objects.roleOf(object);
        }
        return objects;
    }

    /** Returns these with some of Ruby's own taken for the program's, because it makes them again and again. */
    public ProgramObjects with(NodeSet madeAgain) {
        byte[] changed = roles.clone();
        madeAgain.forEach(object -> changed[object] = PROGRAMS);
        return new ProgramObjects(heap, changed, hasClasses, own);
    }

    private ProgramObjects(Heap heap, byte[] roles, boolean[] hasClasses, OwnObjects own) {
        this.heap = heap;
        this.roles = roles;
        this.hasClasses = hasClasses;
        this.own = own;
    }

    private byte roleOf(int object) {
        if (heap.type(object) == RecordTypes.IMEMO) {
            return CODE.contains(heap.name(object)) ? RUBYS : PASSAGE;
        }
        boolean isHidden = hasClasses[heap.type(object)] && !hasClass(object);
        boolean isRubys = isHidden || (heap.type(object) == RecordTypes.DATA && RUBYS_DATA.contains(heap.name(object)))
            || own.contains(object);
        return isRubys ? RUBYS : PROGRAMS;
    }

    /** Returns whether the program made the object. */
    public boolean isPrograms(int object) {
        return roles[object] == PROGRAMS;
    }

    /** Returns whether the object is the program's, or carries what is. */
    public boolean weighs(int object) {
        return roles[object] != RUBYS;
    }

    /** Returns whether an object is compiled code or a cache in it, made once. */
    public boolean isCode(int object) {
        return roles[object] == RUBYS && heap.type(object) == RecordTypes.IMEMO;
    }

    /** Returns whether an object is a class, a module or an inclusion. */
    public boolean isClass(int object) {
        int type = heap.type(object);
        return type == RecordTypes.CLASS || type == RecordTypes.MODULE || type == RecordTypes.ICLASS;
    }

    /** Returns whether an object is of Ruby's own and is taken for the program's because it is made again and again. */
    public boolean isMadeAgain(int object) {
        return roles[object] == PROGRAMS && (isClass(object) || heap.type(object) == RecordTypes.IMEMO);
    }

    /** Returns whether an object is one of Ruby's internal tables or of its own DATA, which only lead further. */
    public boolean isTable(int object) {
        switch (heap.type(object)) {
            case RecordTypes.ROOT:
            case RecordTypes.CLASS:
            case RecordTypes.MODULE:
            case RecordTypes.ICLASS:
            case RecordTypes.IMEMO:
                return false;
            default:
                return roles[object] == RUBYS;
        }
    }
}
