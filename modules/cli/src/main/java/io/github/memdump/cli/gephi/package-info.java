/** Finding a Gephi, giving it the plugin, starting it. */
package io.github.memdump.cli.gephi;
