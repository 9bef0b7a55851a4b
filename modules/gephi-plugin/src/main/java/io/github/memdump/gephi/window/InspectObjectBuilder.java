package io.github.memdump.gephi.window;

import org.gephi.datalab.spi.nodes.NodesManipulator;
import org.gephi.datalab.spi.nodes.NodesManipulatorBuilder;
import org.openide.util.lookup.ServiceProvider;

/** Gives the Data Laboratory, which asks for builders, the "Inspect" that the Graph window has. */
@ServiceProvider(service = NodesManipulatorBuilder.class)
public final class InspectObjectBuilder implements NodesManipulatorBuilder {
    @Override
    public NodesManipulator getNodesManipulator() {
        return new InspectObject();
    }
}
