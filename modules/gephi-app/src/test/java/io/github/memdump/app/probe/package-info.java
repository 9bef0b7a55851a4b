/** Runs inside the application: clicks, looks, and writes down what it saw. */
package io.github.memdump.app.probe;
