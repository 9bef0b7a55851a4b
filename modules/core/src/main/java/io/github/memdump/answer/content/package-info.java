/**
 * What is said of what was found: one class for each kind of finding, which turns it into an
 * {@link io.github.memdump.answer.Answer}. Commands, sessions, reports and Gephi show these.
 */
package io.github.memdump.answer.content;
