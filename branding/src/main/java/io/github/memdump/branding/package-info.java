/** What makes Gephi's modules an application of our own: its command line, its main window, its layer. */
package io.github.memdump.branding;
