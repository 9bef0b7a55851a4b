package io.github.memdump.driver;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The files and addresses that the test outside hands to the driver inside, each by a system property. */
public enum Given {
    /** The earlier dump. */
    BEFORE,
    /** The later dump. */
    AFTER,
    /** A GEXF of four nodes. */
    GRAPH,
    /** A JSON file that is no dump. */
    JSON,
    /** Where the outcome of each check is written to. */
    RESULTS,
    /** The address of an update center; where it is given, the plugin is installed from it instead of the tour. */
    UPDATE_CENTER,
    /** Where it is given, every view is looked at instead of the tour: those checks whose names match this pattern. */
    VIEWS,
    /** Where it is given, the five clicks of the docs are made instead of the tour. */
    CLICKS,
    /** The folder that pictures of the screen go to. */
    PICTURES;

    /** The property that names the file. */
    public String property() {
        return "memdump.driver." + name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isGiven() {
        return System.getProperty(property()) != null;
    }

    boolean matches(String name) {
        return Pattern.compile(System.getProperty(property())).matcher(name).find();
    }

    URI address() {
        return URI.create(System.getProperty(property()));
    }

    Path path() {
        return Path.of(System.getProperty(property()));
    }
}
