/** File &gt; Open: from chosen files over their importers' questions to workspaces. */
package io.github.memdump.branding.open;
