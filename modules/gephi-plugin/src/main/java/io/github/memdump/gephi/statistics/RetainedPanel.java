package io.github.memdump.gephi.statistics;

/** Asks which objects are held for good where retained sizes are computed. */
final class RetainedPanel extends SettingsPanel<RetainedSize> {
    private static final long serialVersionUID = 1L;

    private final StopBoxes stops = new StopBoxes(HeapStatistic.text("RetainedPanel.stops.hint"));

    RetainedPanel() {
        super(HeapStatistic.text("RetainedSize.hint"));
        labelled(HeapStatistic.text("RetainedPanel.stops"), stops);
    }

    @Override
    void read(RetainedSize statistic) {
        stops.tick(statistic.getStops());
    }

    @Override
    void write(RetainedSize statistic) {
        statistic.setStops(stops.ticked());
    }
}
