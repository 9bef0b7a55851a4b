package io.github.memdump.gephi.linkage;

import io.github.memdump.gephi.linkage.ClassFile.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a plugin would link with a Gephi: each class that it names is there and shown to it by a module on which it
 * depends, each member has the same descriptor and is static or not as it was, nothing that it overrides has become
 * final, and nothing that it implements has got a method more. What is only called by reflection it does not see.
 */
final class Linkage {
    /** Classes that the plugin defines by a loader of its own, which sees all modules. */
    private static final String BY_OWN_LOADER = "io/github/memdump/attach/";
    private static final Set<String> UNSEEN = Set.of("<init>", "<clinit>");

    private final ModuleFolder plugin;
    private final ModuleFolder gephi;
    private final Map<String, Optional<ClassFile>> java = new HashMap<>();
    private final Set<String> problems = new TreeSet<>();
    private int references;

    /** Compares the modules of a plugin with those of an installation. */
    Linkage(ModuleFolder plugin, ModuleFolder gephi) {
        this.plugin = plugin;
        this.gephi = gephi;
        plugin.modules().forEach(this::checkNeeds);
        for (String name : plugin.classes()) {
            ClassFile each = plugin.find(name).orElseThrow();
            each.classes.forEach(used -> checkClass(each, used));
            each.references.forEach(used -> checkReference(each, used));
            checkInheritance(each);
        }
    }

    /** Returns what does not fit, one sentence each, sorted. */
    Set<String> problems() {
        return problems;
    }

    /** Returns how many uses of Gephi's and the platform's members were found, each member once a class. */
    int references() {
        return references;
    }

    private void checkNeeds(ModuleFolder.Module module) {
        for (String need : module.needs) {
            String[] parts = need.split("\\s*[>=]\\s*");
            String[] id = parts[0].trim().split("/");
            Optional<ModuleFolder.Module> other = gephi.module(id[0]);
            if (other.isEmpty()) {
                problems.add("module " + id[0] + " is missing");
            } else if (need.contains("=")) {
                problems.add(need + ": asks for one implementation only");
            } else if (!hasRelease(other.get().release, id.length > 1 ? id[1] : "-1")) {
                problems.add("module " + need + ": there is release " + other.get().release);
            } else if (parts.length > 1
                && Version.parse(other.get().version).compareTo(Version.parse(parts[1].trim())) < 0) {
                problems.add("module " + need + ": there is " + other.get().version);
            }
        }
    }

    private static boolean hasRelease(int release, String asked) {
        String[] range = asked.split("-", asked.startsWith("-") ? 1 : 2);
        return release >= Integer.parseInt(range[0]) && release <= Integer.parseInt(range[range.length - 1]);
    }

    private void checkClass(ClassFile user, String used) {
        if (plugin.find(used).isPresent() || java(used).isPresent()) {
            return;
        }
        if (gephi.find(used).isEmpty()) {
            problems.add("class " + used.replace('/', '.') + " is missing, used by " + user.name.replace('/', '.'));
        } else if (!user.name.startsWith(BY_OWN_LOADER) && !isShown(user, used)) {
            problems.add("class " + used.replace('/', '.') + " is not shown to " + user.name.replace('/', '.'));
        }
    }

    private boolean isShown(ClassFile user, String used) {
        Optional<ModuleFolder.Module> from = plugin.owner(user.name);
        Optional<ModuleFolder.Module> to = gephi.owner(used);
        return from.isPresent() && (to.isEmpty() || to.get().shows(used, from.get().name) && from.get().needs.stream()
            .anyMatch(need -> need.split("[/ >=]")[0].equals(to.get().name)));
    }

    private void checkReference(ClassFile user, Reference used) {
        Optional<ClassFile> owner = find(used.owner());
        if (owner.isEmpty() || java(used.owner()).isPresent()) {
            return;
        }
        Found found = resolve(owner.get(), used.member(), used.isField());
        if (found == null) {
            problems.add(used + " is missing, used by " + user.name.replace('/', '.'));
            return;
        }
        if (gephi.find(found.in.name).isEmpty() || plugin.find(found.in.name).isPresent()) {
            return;
        }
        references++;
        boolean isStatic = Modifier.isStatic(found.access);
        if (isStatic != used.isStatic()) {
            problems.add(used + (isStatic ? " has become static" : " is static no more"));
        }
        if (!used.isField() && owner.get().isInterface() != used.ofInterface()) {
            problems.add(used + ": its owner is " + (used.ofInterface() ? "no interface any more" : "an interface"));
        }
        if (!Modifier.isPublic(found.access) && !Modifier.isProtected(found.access)) {
            problems.add(used + " is hidden");
        }
    }

    /** A class that stands before its instances, from the plugin, Java or the installation. */
    private Optional<ClassFile> find(String name) {
        return plugin.find(name).or(() -> java(name)).or(() -> gephi.find(name));
    }

    private Optional<ClassFile> java(String name) {
        return java.computeIfAbsent(name, missing -> {
            try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
                return in == null ? Optional.empty() : Optional.of(new ClassFile(in.readAllBytes()));
            } catch (IOException unreadable) {
                throw new IllegalStateException(name, unreadable);
            }
        });
    }

    /** Returns a member as chapter 5.4.3 of the specification finds it, null if there is none. */
    private Found resolve(ClassFile owner, String member, boolean field) {
        for (ClassFile each = owner; each != null; each = above(each)) {
            Integer access = each.members.get(member);
            if (access != null) {
                return new Found(each, access);
            }
            if (field) {
                Found inherited = inInterfaces(each, member);
                if (inherited != null) {
                    return inherited;
                }
            }
        }
        return inInterfaces(owner, member);
    }

    private Found inInterfaces(ClassFile owner, String member) {
        Found found = null;
        for (ClassFile each : interfacesOf(owner)) {
            Integer access = each.members.get(member);
            if (access != null && (found == null || Modifier.isAbstract(found.access))) {
                found = new Found(each, access);
            }
        }
        return found;
    }

    private ClassFile above(ClassFile each) {
        return each.superName == null ? null : find(each.superName).orElse(null);
    }

    /** All interfaces of a class and of what is above it. */
    private Set<ClassFile> interfacesOf(ClassFile owner) {
        Set<ClassFile> interfaces = new LinkedHashSet<>();
        Deque<ClassFile> open = new ArrayDeque<>();
        for (ClassFile each = owner; each != null; each = above(each)) {
            open.add(each);
        }
        while (!open.isEmpty()) {
            open.poll().interfaces.stream().map(this::find).flatMap(Optional::stream)
                .filter(interfaces::add).forEach(open::add);
        }
        return interfaces;
    }

    private void checkInheritance(ClassFile each) {
        ClassFile above = above(each);
        if (above != null && gephi.find(above.name).isPresent()
            && (Modifier.isFinal(above.access) || above.isInterface())) {
            problems.add(each.name.replace('/', '.') + " cannot extend " + above.name.replace('/', '.'));
        }
        each.members.forEach((member, access) -> {
            if (!isPrivateOrStatic(access) && !UNSEEN.contains(member.split("\\(")[0])) {
                for (ClassFile from = above; from != null; from = above(from)) {
                    int its = from.members.getOrDefault(member, Modifier.PRIVATE);
                    if (Modifier.isFinal(its) && !isPrivateOrStatic(its) && gephi.find(from.name).isPresent()) {
                        problems.add(each.name.replace('/', '.') + "." + member + " overrides what is final");
                    }
                }
            }
        });
        if (!each.isAbstract()) {
            checkImplemented(each);
        }
    }

    private static boolean isPrivateOrStatic(int access) {
        return Modifier.isPrivate(access) || Modifier.isStatic(access);
    }

    private void checkImplemented(ClassFile each) {
        Set<ClassFile> all = new LinkedHashSet<>(interfacesOf(each));
        for (ClassFile above = above(each); above != null; above = above(above)) {
            all.add(above);
        }
        all.stream().filter(above -> gephi.find(above.name).isPresent()).forEach(above ->
            above.members.forEach((member, access) -> {
                if (member.contains("(") && Modifier.isAbstract(access)) {
                    Found found = Objects.requireNonNull(resolve(each, member, false));
                    if (Modifier.isAbstract(found.access)) {
                        problems.add(each.name.replace('/', '.') + " does not implement "
                            + above.name.replace('/', '.') + "." + member);
                    }
                }
            }));
    }

    /** A member, its flags and the class that declares it. */
    private record Found(ClassFile in, int access) {
    }
}
