/** The picture of a view, drawn once and written as SVG, PDF and PNG. */
package io.github.memdump.cli.report.picture;
