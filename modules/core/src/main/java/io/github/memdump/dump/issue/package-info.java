/** What can be wrong with a dump and what a reader does not go beyond. Knows no reader. */
package io.github.memdump.dump.issue;
