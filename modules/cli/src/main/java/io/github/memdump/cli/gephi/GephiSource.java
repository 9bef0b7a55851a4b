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

    /** The folder of an unpacked release, which carries the plugin and no Gephi. Immutable. */
    final class Release implements GephiSource {
        /** The folder of the plugin in that of the release. */
        static final String CLUSTER = "gephi-cluster";

        private final Path home;

        Release(Path home) {
            this.home = home;
        }

        @Override
        public Path cluster() {
            return home.resolve(CLUSTER);
        }

        @Override
        public Gephi bundled() throws IOException {
            throw new IOException("No Gephi comes with this release of memdump (" + home + "). Install Gephi 0.10.1"
                + " from gephi.org and name its folder: memdump gephi --gephi-home DIR, or set GEPHI_HOME. Without"
                + " Gephi, memdump report BEFORE AFTER -o DIR and memdump view draw the same as pictures and pages.");
        }
    }
}
