package io.github.memdump.cli.gephi;

import java.io.IOException;
import java.nio.file.Path;

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
        throw new IOException("No Gephi comes with this release of memdump (" + home + "). Install Gephi 0.10.1 from"
            + " gephi.org and name its folder: memdump gephi --gephi-home DIR, or set GEPHI_HOME. Without Gephi,"
            + " memdump report BEFORE AFTER -o DIR and memdump view draw the same as pictures and pages.");
    }
}
