/** Dumps without what is secret in them: the same objects, references, sizes, classes and places, no content. */
package io.github.memdump.redact;
