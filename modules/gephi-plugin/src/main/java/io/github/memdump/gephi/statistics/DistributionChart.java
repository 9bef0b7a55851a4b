package io.github.memdump.gephi.statistics;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.openide.util.NbBundle;

/** A distribution as a bar chart with a logarithmic scale. */
final class DistributionChart {
    static final int WIDTH = 640;
    static final int HEIGHT = 320;
    /** Below one object, so that a bar of one object has a height on a logarithmic scale. */
    private static final double BASE = 0.5;
    /** The part of the chart that a bar takes at most, so that few bars are bars and no blocks. */
    private static final double WIDEST_BAR = 0.1;

    private DistributionChart() {
    }

    /**
     * Returns a PNG file that nobody else can read, or nothing if it could not be written. It stays until Gephi ends,
     * because Gephi reads it again whenever the report is shown, copied or saved with the project.
     */
    static Optional<Path> drawn(BinCounts distribution, String counted) {
        try {
            // The folder is private, and so is what createTempFile makes.
            Path folder = Files.createTempDirectory("memdump-report");
            folder.toFile().deleteOnExit();
            Path file = Files.createTempFile(folder, "chart", ".png");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                ImageIO.write(image(distribution, counted), "png", out);
            }
            return Optional.of(file);
        } catch (IOException noSpace) {
            return Optional.empty();
        }
    }

    private static BufferedImage image(BinCounts distribution, String counted) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        double most = 1;
        for (int bin = 0; bin < distribution.size(); bin++) {
            long objects = distribution.inBin(bin);
            most = Math.max(most, objects);
            bars.addValue(objects == 0 ? null : (Long) objects, counted, distribution.name(bin));
        }
        JFreeChart chart = ChartFactory.createBarChart(null, counted, text("DistributionChart.objects"), bars,
            PlotOrientation.VERTICAL, false, false, false);
        chart.setBackgroundPaint(Color.WHITE);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(new Color(0xDDDDDD));
        plot.setOutlineVisible(false);
        plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(2f);
        plot.getDomainAxis().setCategoryMargin(0.1);
        LogAxis axis = new LogAxis(text("DistributionChart.objects"));
        axis.setSmallestValue(BASE);
        axis.setRange(BASE, most * 2);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance());
        plot.setRangeAxis(axis);
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(WIDEST_BAR);
        renderer.setBase(BASE);
        renderer.setIncludeBaseInRange(false);
        renderer.setSeriesPaint(0, new Color(0xE8590C));
        return chart.createBufferedImage(WIDTH, HEIGHT);
    }

    private static String text(String key) {
        return NbBundle.getMessage(DistributionChart.class, key);
    }
}
