/** The statistic "Keep-alive count", its report and its chart. */
package io.github.memdump.gephi.statistics;
