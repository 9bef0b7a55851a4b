/** What an assistant is offered, apart from the protocol by which it asks: tools, documents, and who serves them. */
package io.github.memdump.assist;
