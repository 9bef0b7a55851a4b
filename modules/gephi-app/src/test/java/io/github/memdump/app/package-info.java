/** Starts the assembled application on a screen of its own and reads what the driver inside found. */
package io.github.memdump.app;
