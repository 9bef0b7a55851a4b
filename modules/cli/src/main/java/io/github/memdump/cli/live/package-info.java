/** Commands about running Ruby processes. */
package io.github.memdump.cli.live;
