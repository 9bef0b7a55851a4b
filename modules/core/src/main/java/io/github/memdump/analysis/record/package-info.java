/** Columns that are read from the records of a dump when they are asked for. */
package io.github.memdump.analysis.record;
