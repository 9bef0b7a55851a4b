/** The report as one HTML page that needs nothing else. */
package io.github.memdump.cli.report.page;
