/** The tab "Classes": objects counted by class, allocation site, generation, type or file. */
package io.github.memdump.gephi.window.histogram;
