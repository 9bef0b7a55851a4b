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

    /** Returns the name of what the record calls its class, its address where that has none. */
    String recordedClassOf(ModelRecord record) {
        if (record.classAddress.isEmpty()) {
            return record.type;
        }
        ModelRecord klass = dump.records.get(dump.identityAt(record.classAddress));
        return klass == null || !klass.isModule() || klass.name.isEmpty() ? record.classAddress : klass.name;
    }

    String classOf(ModelRecord record) {
        if (record.classAddress.isEmpty() || "ICLASS".equals(record.type)) {
            return record.type;
        }
        ModelRecord klass = dump.records.get(dump.identityAt(record.classAddress));
        if (klass != null && klass.singleton && !record.isModule()) {
            String real = realClass(klass, 0);
            return real.isEmpty() ? name(klass, 0) : real;
        }
        if (klass != null && klass.isModule()) {
            return name(klass, 0);
        }
        if (klass != null && "ICLASS".equals(klass.type)) {
            return "I(" + recordedClassOf(klass) + ")";
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
            return "#<" + kind + (module.singleton || module.site.isEmpty() ? ":" + sixteenDigits(module.address)
                : " at " + module.site) + ">";
        }
        if (owner.isModule()) {
            return "#<Class:" + name(owner, depth + 1) + ">";
        }
        String real = realClass(module, depth);
        return "#<Class:#<" + (real.isEmpty() ? "Object" : real) + ":" + sixteenDigits(owner.address) + ">>";
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

    /** Returns the name of the first class above that is no singleton, empty where the dump does not say it. */
    private String realClass(ModelRecord singleton, int depth) {
        if (!singleton.realClassName.isEmpty()) {
            return singleton.realClassName;
        }
        ModelRecord above = dump.records.get(dump.identityAt(singleton.superclassAddress));
        while (above != null && ("ICLASS".equals(above.type) || above.singleton)) {
            above = dump.records.get(dump.identityAt(above.superclassAddress));
        }
        return above == null ? "" : name(above, depth + 1);
    }
}
