package io.github.memdump.cli.gephi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this command lies, and the plugin for Gephi with it: a checkout, which builds it, or a release. */
public interface GephiSource {
    /** Returns the origin whose top folder is {@code home}. */
    static GephiSource at(Path home) {
        Path top = home.toAbsolutePath().normalize();
        return Files.isDirectory(top.resolve(Release.CLUSTER)) ? new Release(top) : new GephiBuild(top);
    }

    /**
     * Returns the plugin as a folder of modules that a NetBeans application can load.
     *
     * @throws IOException if it is missing and cannot be made; the message is meant for people
     */
    Path cluster() throws IOException;

    /**
     * Returns the Gephi that comes with it.
     *
     * @throws IOException if none does; the message says what to do
     */
    Gephi bundled() throws IOException;
}
