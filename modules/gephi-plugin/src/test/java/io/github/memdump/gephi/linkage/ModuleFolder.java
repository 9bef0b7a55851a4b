package io.github.memdump.gephi.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of the NetBeans platform in a folder, an installation or an unpacked .nbm, and their classes. */
final class ModuleFolder {
    private final Map<String, Module> modules = new HashMap<>();
    private final Map<String, Module> owners = new HashMap<>();
    private final Map<String, Path> jars = new HashMap<>();
    private final Map<String, ClassFile> read = new HashMap<>();

    /** Reads which modules and classes are there; the classes themselves when they are asked for. */
    ModuleFolder(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.walk(folder)) {
            found = all.filter(file -> file.toString().endsWith(".jar")).sorted().collect(Collectors.toList());
        }
        List<Path> rest = new ArrayList<>();
        for (Path jar : found) {
            Optional<Module> module = module(jar);
            if (module.isEmpty()) {
                rest.add(jar);
            } else {
                modules.put(module.get().name, module.get());
                add(jar, module.get());
                for (String beside : module.get().classPath) {
                    Path library = jar.resolveSibling(beside).normalize();
                    if (Files.exists(library)) {
                        add(library, module.get());
                    }
                }
            }
        }
        for (Path jar : rest) {
            add(jar, null);
        }
    }

    /** Returns a class, nothing if there is none of the name. */
    Optional<ClassFile> find(String name) {
        Path jar = jars.get(name);
        if (jar == null) {
            return Optional.empty();
        }
        return Optional.of(read.computeIfAbsent(name, missing -> {
            try (JarFile file = new JarFile(jar.toFile());
                 InputStream in = file.getInputStream(file.getJarEntry(name + ".class"))) {
                return new ClassFile(in.readAllBytes());
            } catch (IOException unreadable) {
                throw new IllegalStateException(jar + ": " + name, unreadable);
            }
        }));
    }

    /** Returns the names of all classes. */
    Collection<String> classes() {
        return jars.keySet();
    }

    Collection<Module> modules() {
        return modules.values();
    }

    Optional<Module> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    /** Returns the module that a class is part of; nothing of a library that no module names. */
    Optional<Module> owner(String className) {
        return Optional.ofNullable(owners.get(className));
    }

    private void add(Path jar, Module owner) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                    String name = entry.getName().substring(0, entry.getName().length() - ".class".length());
                    if (jars.putIfAbsent(name, jar) == null && owner != null) {
                        owners.put(name, owner);
                    }
                }
            }
        }
    }

    private static Optional<Module> module(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest == null || manifest.getMainAttributes().getValue("OpenIDE-Module") == null
                ? Optional.empty() : Optional.of(new Module(manifest.getMainAttributes()));
        }
    }

    /** What the manifest of a module says. */
    static final class Module {
        final String name;
        final int release;
        final String version;
        final List<String> needs;
        private final List<String> classPath;
        private final String packages;
        private final List<String> friends;

        Module(Attributes manifest) {
            String[] id = manifest.getValue("OpenIDE-Module").trim().split("/");
            name = id[0];
            release = id.length > 1 ? Integer.parseInt(id[1]) : -1;
            version = manifest.getValue("OpenIDE-Module-Specification-Version");
            needs = list(manifest.getValue("OpenIDE-Module-Module-Dependencies"), ",");
            classPath = list(manifest.getValue("Class-Path"), "\\s+");
            packages = manifest.getValue("OpenIDE-Module-Public-Packages");
            friends = list(manifest.getValue("OpenIDE-Module-Friends"), ",");
        }

        /** Returns whether another module that depends on this one may use a class of it. */
        boolean shows(String className, String other) {
            if (!friends.isEmpty() && !friends.contains(other)) {
                return false;
            }
            String in = className.substring(0, className.lastIndexOf('/')).replace('/', '.');
            return packages == null || list(packages, ",").stream().anyMatch(shown -> shown.endsWith(".**")
                ? in.startsWith(shown.substring(0, shown.length() - 3))
                : in.equals(shown.replaceFirst("\\.\\*$", "")));
        }

        private static List<String> list(String value, String between) {
            return value == null ? List.of() : Stream.of(value.trim().split("\\s*" + between + "\\s*"))
                .filter(part -> !part.isEmpty()).collect(Collectors.toList());
        }
    }
}
