package io.github.memdump.gephi.filter;

import java.beans.PropertyEditorSupport;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Turns a {@link FilterText} into plain letters for a project file, and back; found by its name. */
public final class FilterTextEditor extends PropertyEditorSupport {
    @Override
    public String getAsText() {
        return URLEncoder.encode(String.valueOf(getValue()), StandardCharsets.UTF_8);
    }

    @Override
    public void setAsText(String text) {
        setValue(FilterText.of(URLDecoder.decode(text, StandardCharsets.UTF_8)));
    }
}
