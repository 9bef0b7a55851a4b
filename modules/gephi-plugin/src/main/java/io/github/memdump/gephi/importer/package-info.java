/** File &gt; Open for Ruby heap dumps: recognition by content, the panel that asks what to show, the import itself. */
package io.github.memdump.gephi.importer;
