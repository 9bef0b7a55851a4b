package io.github.memdump.branding.open;

import java.util.concurrent.Callable;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.spi.Importer;

/** One thing to import: its name, the importer that understands it, and how that one is run. */
final class Source {
    private final String name;
    private final Importer importer;
    private final Callable<Container> reading;

    /**
     * @param name what the user calls it: a file's name, a database's
     * @param importer asked for its panel before it runs
     * @param reading runs the importer; answers null where it had nothing to give
     */
    Source(String name, Importer importer, Callable<Container> reading) {
        this.name = name;
        this.importer = importer;
        this.reading = reading;
    }

    String name() {
        return name;
    }

    Importer importer() {
        return importer;
    }

    Callable<Container> reading() {
        return reading;
    }
}
