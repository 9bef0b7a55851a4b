/** Text that came out of a dump, made safe to show. Knows nothing of the other packages. */
package io.github.memdump.text;
