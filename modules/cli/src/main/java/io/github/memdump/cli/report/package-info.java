/** The report: the main job without Gephi's windows. */
package io.github.memdump.cli.report;
