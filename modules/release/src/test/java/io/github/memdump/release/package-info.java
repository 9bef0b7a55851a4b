/** What is published, looked at and used as those who get it will. */
package io.github.memdump.release;
