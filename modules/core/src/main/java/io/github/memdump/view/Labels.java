package io.github.memdump.view;

/** What is written beside the nodes that matter. */
final class Labels {
    private final Selection selection;
    private final ObjectNames names;

    Labels(Selection selection, ObjectNames names) {
        this.selection = selection;
        this.names = names;
    }

    /** Returns the labels by position, empty where nothing is written. */
    String[] texts() {
        String[] texts = new String[selection.size()];
        int[] treeSizes = selection.treeSizes();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = treeSizes[i] * 50L >= texts.length ? names.of(selection.objects[i]) : "";
        }
        return texts;
    }
}
