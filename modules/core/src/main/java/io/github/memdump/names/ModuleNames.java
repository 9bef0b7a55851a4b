package io.github.memdump.names;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of what classes and modules hold. In a module's references each constant's value is followed by the string with
 * the path of the file that set it; a constant whose value is no object leaves the string alone. Before the constants
 * stand the module's own variables, since Ruby 4.0 behind a record of their own. Not thread-safe.
 */
final class ModuleNames {
    private final NameContext context;
    private final Heap heap;
    private final HolderRecord module;
    private final ReferenceName[] names;
    private final boolean[] isFile;

    ModuleNames(NameContext context, HolderRecord module) {
        this.context = context;
        this.heap = context.heap();
        this.module = module;
        this.names = new ReferenceName[module.size()];
        this.isFile = new boolean[names.length];
    }

    /** Returns the names of its references. */
    ReferenceName[] names() {
        structure();
        variables(constants());
        for (int i = 0; i < names.length; i++) {
            names[i] = names[i] == null ? ReferenceName.UNKNOWN : names[i];
        }
        return names;
    }

    /** Names what is neither a variable nor a constant. */
    private void structure() {
        for (int i = 0; i < names.length; i++) {
            int target = module.targets[i];
            if (target == Heap.NO_OBJECT) {
                continue;
            }
            int type = heap.type(target);
            boolean isInternal = type == RecordTypes.IMEMO
                || (type == RecordTypes.DATA && heap.classObject(target) == Heap.NO_OBJECT);
            if (i == 0 && (module.references[0] == module.superclass || type == RecordTypes.ICLASS)) {
                names[i] = ReferenceName.of(ReferenceKind.SUPERCLASS);
            } else if (context.isFields(target)) {
                names[i] = ReferenceName.of(ReferenceKind.FIELDS);
            } else if (isInternal) {
                names[i] = ReferenceName.CODE;
            } else if (module.singleton && heap.classObject(target) == module.object) {
                names[i] = ReferenceName.of(ReferenceKind.SINGLETON);
            } else {
                isFile[i] = type == RecordTypes.STRING && context.isFile(target);
            }
        }
    }

    /** Names the constants that have a file; returns where they begin. */
    private int constants() {
        Map<Long, Integer> sure = new HashMap<>();
        int first = names.length;
        for (int i = 0; i < names.length; i++) {
            if (isFile[i] && i > 0 && isPlain(i - 1)) {
                sure.merge(module.references[i], 1, Integer::sum);
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (!isFile[i] || names[i] != null) {
                continue;
            }
            boolean isValue = i + 1 < names.length && isFile[i + 1]
                && module.references[i] != module.references[i + 1] && !sure.containsKey(module.references[i]);
            if (isValue && (first < i || i == 0 || !isPlain(i - 1))) {
                names[i] = ReferenceName.likely(ReferenceKind.CONSTANT);
                first = Math.min(first, i);
                continue;
            }
            names[i] = ReferenceName.likely(ReferenceKind.CODE);
            if (i > 0 && isPlain(i - 1)) {
                names[i - 1] = constant(i - 1, first == names.length);
            }
            first = Math.min(first, i > 0 && names[i - 1] != null
                && names[i - 1].kind() == ReferenceKind.CONSTANT ? i - 1 : i);
        }
        return first;
    }

    private boolean isPlain(int i) {
        return names[i] == null && !isFile[i];
    }

    /** Returns the name of a constant; where it stands first, it may be the last of the module's variables. */
    private @Nullable ReferenceName constant(int i, boolean isFirst) {
        String name = context.ownName(module, module.targets[i]);
        if (!name.isEmpty()) {
            return ReferenceName.certain(ReferenceKind.CONSTANT, name);
        }
        return !isFirst || variablesBefore(i) >= mostVariables() ? ReferenceName.of(ReferenceKind.CONSTANT)
            : isItsPath(i) ? null : ReferenceName.oneOf(ReferenceKind.CONSTANT, List.of());
    }

    /** Returns how many references before a place may be those of variables. */
    private int variablesBefore(int place) {
        int begin = place;
        while (begin > 0 && names[begin - 1] == null) {
            begin--;
        }
        return place - begin;
    }

    private int mostVariables() {
        return context.keepsFieldsApart() ? 0 : context.shapes().has(module.shape)
            ? context.shapes().names(module.shape).size() : Integer.MAX_VALUE;
    }

    private boolean isItsPath(int i) {
        return module.targets[i] != Heap.NO_OBJECT && heap.type(module.targets[i]) == RecordTypes.STRING
            && context.text(module.targets[i]).equals(module.name);
    }

    /** Names what stands before the constants, and those that Ruby itself has set: they have no file. */
    private void variables(int first) {
        boolean none = mostVariables() == 0;
        int end = first < names.length ? first : lastOwn();
        int begin = end - variablesBefore(end);
        for (int i = 0; i < names.length; i++) {
            if (names[i] != null || isFile[i] || module.singleton || isItsPath(i)) {
                continue;
            }
            String name = context.ownName(module, module.targets[i]);
            if (none || i > first || (!name.isEmpty() && hasNoVariables())) {
                names[i] = name.isEmpty() ? ReferenceName.of(ReferenceKind.CONSTANT)
                    : ReferenceName.certain(ReferenceKind.CONSTANT, name);
            } else if (!name.isEmpty()) {
                names[i] = ReferenceName.likely(ReferenceKind.CONSTANT, name, 1);
            }
        }
        if (!none && begin < end) {
            beforeConstants(begin, end);
        }
    }

    private boolean hasNoVariables() {
        return context.shapes().has(module.shape) && context.shapes().names(module.shape).stream()
            .noneMatch(name -> name.startsWith("@") || name.startsWith("ID_"));
    }

    private void beforeConstants(int begin, int end) {
        if (context.shapes().has(module.shape)) {
            shaped(begin, end);
            return;
        }
        for (int i = begin; i < end; i++) {
            names[i] = names[i] != null || isItsPath(i) ? names[i]
                : ReferenceName.oneOf(ReferenceKind.CLASS_IVAR, List.of());
        }
    }

    /** Returns where variables may end in a module without constants that have a file: its path may come last. */
    private int lastOwn() {
        int end = names.length;
        while (end > 0 && names[end - 1] == null && isItsPath(end - 1)
            && !context.shapes().names(module.shape).stream().anyMatch(ModuleNames::isHidden)) {
            end--;
        }
        return end;
    }

    /** Names the variables by the module's shape. */
    private void shaped(int begin, int end) {
        List<String> all = context.shapes().names(module.shape);
        int[] targets = Arrays.copyOfRange(module.targets, begin, end);
        if (all.size() < targets.length) {
            return;
        }
        int free = all.size() - targets.length;
        // Constants that Ruby itself has set have no file, and may stand here as well.
        boolean isBuiltIn = Arrays.stream(targets).anyMatch(target -> !context.ownName(module, target).isEmpty());
        for (int i = 0; i < targets.length; i++) {
            List<String> possible = new ArrayList<>();
            for (int name = i; name <= i + free; name++) {
                possible.add(all.get(name));
            }
            names[begin + i] = names[begin + i] != null ? names[begin + i]
                : variable(begin + i, possible, free == 0 && !isBuiltIn);
        }
    }

    private @Nullable ReferenceName variable(int place, List<String> possible, boolean certain) {
        String name = possible.get(0);
        if (isHidden(name) && possible.size() == 1) {
            return isItsPath(place) ? null : ReferenceName.likely(ReferenceKind.CLASS_VARIABLE);
        }
        if (certain) {
            return ReferenceName.certain(kind(name), name);
        }
        if (isItsPath(place)) {
            return null;
        }
        List<String> shown = new ArrayList<>();
        for (String each : possible) {
            if (!isHidden(each)) {
                shown.add(each);
            }
        }
        boolean whole = shown.size() == possible.size();
        return ReferenceName.oneOf(kind(shown.isEmpty() ? name : shown.get(0)), whole ? shown : List.of());
    }

    /** What is no usual name: Ruby's own, as __autoload__, and in 3.2 class variables, as ID_INTERNAL(12). */
    private static boolean isHidden(String name) {
        return !name.startsWith("@");
    }

    static ReferenceKind kind(String name) {
        return name.startsWith("@@") || isHidden(name) ? ReferenceKind.CLASS_VARIABLE : ReferenceKind.CLASS_IVAR;
    }
}
