/** Answers as text, JSON, CSV and HTML. Knows {@code answer} and nothing of heaps. */
package io.github.memdump.answer.render;
