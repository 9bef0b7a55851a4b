/**
 * What references are called: by which variable, constant, key or place an object holds another. Found in the records
 * of the holders, which are read from the dump again, in its shapes, and in what the process told of names.
 */
package io.github.memdump.names;
