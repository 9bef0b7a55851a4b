/** What is said of the places where objects were allocated. */
package io.github.memdump.answer.content.site;
