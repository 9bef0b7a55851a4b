/** Text on its way into other languages. */
package io.github.memdump.cli.report.text;
