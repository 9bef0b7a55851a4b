/** What is said of records once they are read again: collections, shapes, strings. */
package io.github.memdump.answer.content.record;
