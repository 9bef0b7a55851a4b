/** What a report says to the machine that builds and tests a program: new since a baseline, annotations, a summary. */
package io.github.memdump.cli.report.ci;
