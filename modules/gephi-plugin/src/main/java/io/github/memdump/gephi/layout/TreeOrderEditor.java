package io.github.memdump.gephi.layout;

import java.beans.PropertyEditorSupport;
import java.util.Arrays;

/** Offers the orders of siblings in words, in Gephi's table of the properties of a layout. */
public final class TreeOrderEditor extends PropertyEditorSupport {
    @Override
    public String[] getTags() {
        return Arrays.stream(TreeOrder.values()).map(TreeOrder::words).toArray(String[]::new);
    }

    @Override
    public String getAsText() {
        return ((TreeOrder) getValue()).words();
    }

    @Override
    public void setAsText(String text) {
        setValue(Arrays.stream(TreeOrder.values()).filter(order -> order.words().equals(text)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException(text)));
    }
}
