/** What Gephi sees of Memdump: importer, actions, statistics and windows around the engine. */
package io.github.memdump.gephi;
