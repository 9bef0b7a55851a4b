package io.github.memdump.cli.report.story;

/**
 * A line of the application's own code, told where a library allocated what one sees. Immutable.
 *
 * @param place the line
 * @param does what it does: what it allocated, or calls
 */
public record OwnLine(SourcePlace place, String does) {
}
