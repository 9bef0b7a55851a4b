/** What a report tells, in numbers and names, whatever it is written in. */
package io.github.memdump.cli.report.story;
