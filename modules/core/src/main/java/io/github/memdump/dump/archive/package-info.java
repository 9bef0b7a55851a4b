/** What a dump may lie in: members of gzip, other archives, a stream that is counted. Knows no dump. */
package io.github.memdump.dump.archive;
