/** A module that works the bundled application from within, as a user would, and notes what it finds. */
package io.github.memdump.driver;
