package io.github.memdump.app.probe;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts the probe once the platform runs. An agent is loaded by the JVM's own class loader, which knows no module, so
 * the probe is loaded again by one whose parent is the platform's.
 */
public final class ProbeAgent {
    private static final int START_SECONDS = 90;

    private ProbeAgent() {
    }

    /** Called by the JVM before the application's main method. */
    public static void premain(String arguments) {
        Thread thread = new Thread(ProbeAgent::run, "memdump-probe");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        Path directory = Path.of(System.getProperty("memdump.probe.directory"));
        String result;
        try {
            URL jar = ProbeAgent.class.getProtectionDomain().getCodeSource().getLocation();
            ClassLoader loader = new ChildFirst(jar, platformLoader());
            Thread.currentThread().setContextClassLoader(loader.getParent());
            result = (String) loader.loadClass("io.github.memdump.app.probe.Probe").getMethod("run").invoke(null);
        } catch (Throwable failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            result = trace.toString();
        }
        try {
            Files.writeString(directory.resolve("result.txt"), result);
        } catch (IOException unwritable) {
            System.err.println("The probe cannot write its result: " + unwritable);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Waits for the loader of all modules, which the event thread has as its context once windows show. */
    private static ClassLoader platformLoader() throws InterruptedException {
        for (int i = 0; i < START_SECONDS * 10; i++) {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                ClassLoader loader = thread.getContextClassLoader();
                if (thread.getName().startsWith("AWT-EventQueue") && loader != null
                    && loader.getClass().getName().contains("ModuleManager$SystemClassLoader") && hasModules(loader)) {
                    return loader;
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the platform has not started after " + START_SECONDS + " seconds");
    }

    /** The loader is there before the modules are. */
    private static boolean hasModules(ClassLoader loader) {
        try {
            loader.loadClass("org.gephi.graph.api.GraphController");
            loader.loadClass("org.openide.windows.WindowManager");
            return true;
        } catch (ClassNotFoundException notYet) {
            return false;
        }
    }

    private static final class ChildFirst extends URLClassLoader {
        ChildFirst(URL jar, ClassLoader parent) {
            super(new URL[] {jar}, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.github.memdump.app.probe.")) {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    return loaded != null ? loaded : findClass(name);
                }
            }
            return super.loadClass(name, resolve);
        }
    }
}
