package io.github.memdump.cli.gephi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Gephi that this project assembles, with the plugin in it. */
public final class BundledGephi implements Gephi {
    private static final String MODULE = "modules/gephi-app";
    private static final String NAME = "memdump_gephi";

    private final GephiBuild workshop;

    BundledGephi(GephiBuild workshop) {
        this.workshop = workshop;
    }

    @Override
    public String description() {
        return "the bundled Gephi in " + home();
    }

    @Override
    public Path home() {
        return workshop.target(MODULE).resolve(NAME);
    }

    @Override
    public List<String> command() throws IOException {
        workshop.build(MODULE);
        Path program = home().resolve("bin").resolve(Systems.isWindows() ? NAME + "64.exe" : NAME);
        if (!Files.isRegularFile(program)) {
            throw new IOException("There is no " + program + " although it was built. Remove "
                + workshop.target(MODULE) + " and run again.");
        }
        return List.of(program.toString(), "--jdkhome", LauncherWord.plain(System.getProperty("java.home")));
    }
}
