package io.github.memdump.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of classes as the glossary has them; see {@link Oracle#className}. */
final class ClassNameOracle {
    private static final int DEEPEST_SINGLETON = 8;

    private final DumpModel dump;
    private final Map<String, List<ModelRecord>> instances = new HashMap<>();

    ClassNameOracle(DumpModel dump) {
        this.dump = dump;
        for (ModelRecord record : dump.records.values()) {
            String klass = dump.identityAt(record.classAddress);
            instances.computeIfAbsent(klass, k -> new ArrayList<>()).add(record);
        }
    }

    String classOf(ModelRecord record) {
        if (record.classAddress.isEmpty()) {
            return record.type;
        }
        ModelRecord klass = dump.records.get(dump.identityAt(record.classAddress));
        if (klass != null && klass.isModule()) {
            return name(klass, 0);
        }
        if (klass != null && "ICLASS".equals(klass.type)) {
            return "I(" + classOf(klass) + ")";
        }
        return record.classAddress;
    }

    private String name(ModelRecord module, int depth) {
        if (!module.name.isEmpty()) {
            return module.name;
        }
        String kind = "CLASS".equals(module.type) ? "Class" : "Module";
        ModelRecord owner = module.singleton && depth < DEEPEST_SINGLETON ? ownerOf(module) : null;
        if (owner == null) {
            return "#<" + kind + ":" + sixteenDigits(module.address) + ">";
        }
        if (owner.isModule()) {
            return "#<Class:" + name(owner, depth + 1) + ">";
        }
        return "#<Class:#<" + realClass(module, depth) + ":" + sixteenDigits(owner.address) + ">>";
    }

    /** Returns an address as Ruby's inspect prints it. */
    private static String sixteenDigits(String address) {
        return String.format("0x%016x", Long.parseUnsignedLong(address.substring(2), 16));
    }

    /**
     * Returns whose singleton class this is: the class or module that names it as its class, itself no singleton (all
     * singleton classes of classes name that of Class), else the only other record that does, else null.
     */
    private ModelRecord ownerOf(ModelRecord singleton) {
        List<ModelRecord> modules = new ArrayList<>();
        List<ModelRecord> others = new ArrayList<>();
        for (ModelRecord instance : instances.getOrDefault(singleton.identity, List.of())) {
            if (instance.isModule() && !instance.singleton) {
                modules.add(instance);
            } else if (!instance.isModule() && !"ICLASS".equals(instance.type)) {
                others.add(instance);
            }
        }
        if (modules.isEmpty()) {
            return others.size() == 1 ? others.get(0) : null;
        }
        return modules.size() == 1 ? modules.get(0) : null;
    }

    private String realClass(ModelRecord singleton, int depth) {
        ModelRecord above = dump.records.get(dump.identityAt(singleton.superclassAddress));
        while (above != null && ("ICLASS".equals(above.type) || above.singleton)) {
            above = dump.records.get(dump.identityAt(above.superclassAddress));
        }
        return above == null ? "Object" : name(above, depth + 1);
    }
}
