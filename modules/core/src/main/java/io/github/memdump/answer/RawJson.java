package io.github.memdump.answer;

/** A piece of JSON that came from a dump and is to be shown as it stands; it may be no JSON at all. Immutable. */
public final class RawJson {
    private final String text;

    RawJson(String text) {
        this.text = text;
    }

    /** Returns it as it stands in the dump. */
    @Override
    public String toString() {
        return text;
    }
}
