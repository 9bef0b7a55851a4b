/** Files on disk that are there in full or not at all. */
package io.github.memdump.file;
