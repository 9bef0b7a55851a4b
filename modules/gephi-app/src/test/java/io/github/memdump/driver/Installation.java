package io.github.memdump.driver;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gephi.io.importer.spi.FileImporterBuilder;
import org.netbeans.api.autoupdate.InstallSupport;
import org.netbeans.api.autoupdate.OperationContainer;
import org.netbeans.api.autoupdate.OperationContainer.OperationInfo;
import org.netbeans.api.autoupdate.OperationException;
import org.netbeans.api.autoupdate.OperationSupport.Restarter;
import org.netbeans.api.autoupdate.UpdateElement;
import org.netbeans.api.autoupdate.UpdateManager;
import org.netbeans.api.autoupdate.UpdateUnit;
import org.netbeans.api.autoupdate.UpdateUnitProvider;
import org.netbeans.api.autoupdate.UpdateUnitProviderFactory;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.modules.ModuleInfo;
import org.openide.modules.Modules;
import org.openide.util.Lookup;

/** The plugin comes from an update center, as Tools &gt; Plugins does it. */
final class Installation {
    private static final String PLUGIN = "io.github.memdump.gephi";

    private static UpdateElement offered;

    private Installation() {
    }

    /** The checks by what they check, those of the first start or those of the start after the installation. */
    static Map<String, Tour.Check> checks() {
        return Modules.getDefault().findCodeNameBase(PLUGIN) == null ? checksOfInstalling()
            : Map.of("opens dumps after the restart", Installation::opens);
    }

    private static Map<String, Tour.Check> checksOfInstalling() {
        Map<String, Tour.Check> checks = new LinkedHashMap<>();
        checks.put("is without the plugin at first", Installation::without);
        checks.put("lists the plugin of the update center, and nothing else", Installation::listed);
        checks.put("shows what the plugin is, by whom, under which licence", Installation::described);
        checks.put("downloads and checks it, and installs it at a restart", Installation::installed);
        return checks;
    }

    private static void without() {
        expect(Modules.getDefault().findCodeNameBase(PLUGIN) == null, "the plugin is there already");
        expect(importers() == 0, "something opens dumps already");
    }

    private static void listed() throws IOException {
        URI catalogue = Given.UPDATE_CENTER.address().resolve("updates.xml");
        UpdateUnitProvider center = UpdateUnitProviderFactory.getDefault().create("memdump", "Memdump",
            catalogue.toURL());
        center.refresh(null, true);
        List<UpdateUnit> units = center.getUpdateUnits(UpdateManager.TYPE.MODULE);
        expect(units.size() == 1 && units.get(0).getCodeName().equals(PLUGIN), "listed is " + units);
        UpdateUnit unit = units.get(0);
        expect(unit.getInstalled() == null && unit.getAvailableUpdates().size() == 1, "not to be installed: " + unit);
        offered = unit.getAvailableUpdates().get(0);
    }

    private static void described() {
        same("Memdump", offered.getDisplayName());
        same("Import", offered.getCategory());
        same("The Memdump for Gephi authors", offered.getAuthor());
        expect(offered.getLicence().startsWith("MIT License"), "the licence is " + offered.getLicence());
        expect(offered.getDescription().contains("ObjectSpace.dump_all"), "it says " + offered.getDescription());
        expect(offered.getDownloadSize() > 0, "it has no size");
    }

    private static void installed() throws OperationException {
        OperationContainer<InstallSupport> container = OperationContainer.createForInstall();
        expect(container.canBeAdded(offered.getUpdateUnit(), offered), "it cannot be installed");
        OperationInfo<InstallSupport> operation = container.add(offered);
        expect(operation.getBrokenDependencies().isEmpty(), "it needs " + operation.getBrokenDependencies());
        expect(operation.getRequiredElements().isEmpty(), "it brings " + operation.getRequiredElements());
        expect(container.listInvalid().isEmpty(), "invalid: " + container.listInvalid());
        InstallSupport support = container.getSupport();
        Restarter restart = support.doInstall(support.doValidate(support.doDownload(null, null, false), null), null);
        // File > Open does not know the importers of a module that comes while Gephi runs.
        expect(restart != null, "it wants no restart");
        support.doRestartLater(restart);
    }

    private static void opens() throws InterruptedException {
        ModuleInfo module = Modules.getDefault().findCodeNameBase(PLUGIN);
        expect(module.isEnabled(), "after the installation it is not enabled: " + module);
        Screen.await("the plugin's importer", () -> importers() == 1);
    }

    private static long importers() {
        FileObject dump = Objects.requireNonNull(FileUtil.toFileObject(Given.AFTER.path().toFile()));
        return Lookup.getDefault().lookupAll(FileImporterBuilder.class).stream()
            .filter(importer -> importer.isMatchingImporter(dump)).count();
    }

    private static void same(String expected, String actual) {
        expect(expected.equals(actual), "'" + actual + "' instead of '" + expected + "'");
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
