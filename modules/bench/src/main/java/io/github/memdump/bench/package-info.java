/** JMH benchmarks of the parts of the engine, on a dump of one's own choice. */
package io.github.memdump.bench;
