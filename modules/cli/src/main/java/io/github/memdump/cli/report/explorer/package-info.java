/** What makes the page of a report one that people explore: scripts, the policy that lets them run, and their data. */
package io.github.memdump.cli.report.explorer;
