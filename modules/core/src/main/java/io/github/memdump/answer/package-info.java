/**
 * What is said of a heap: answers made of figures, sentences, typed tables and the next step, and apart from how they
 * look. Knows nothing of heaps; {@code answer.content} makes answers, {@code answer.render} shows them.
 */
package io.github.memdump.answer;
