package io.github.memdump.gephi.process;

import io.github.memdump.live.Approach;
import io.github.memdump.live.attach.Tracer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.util.Lookup;

/**
 * Loads what attaches to processes where it sees the JNA of Gephi's own platform. A module that asked for that library
 * by name and version would not be there at all in a Gephi that has another; this way only attaching is not.
 */
final class KernelCalls extends ClassLoader {
    private static final Logger LOG = Logger.getLogger(KernelCalls.class.getName());
    private static final String OURS = "io.github.memdump.attach.";
    private static final String TRACER = OURS + "LinuxTracer";

    private KernelCalls(ClassLoader modules) {
        super(modules);
    }

    /** Returns an approach that can attach, or the same where this Gephi has not what that takes. */
    static Approach with(Approach approach) {
        return tracer().map(approach::attachingBy).orElse(approach);
    }

    /** Returns what attaches, nothing where there is no JNA. */
    static Optional<Tracer> tracer() {
        ClassLoader modules = Lookup.getDefault().lookup(ClassLoader.class);
        try {
            return Optional.of((Tracer) Class.forName(TRACER, true, new KernelCalls(modules == null
                ? KernelCalls.class.getClassLoader() : modules)).getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "this Gephi has no library by which processes are attached to", absent);
            return Optional.empty();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : defined(name);
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in = KernelCalls.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
