/** Paths, referrers and references of many objects, merged by class and name. */
package io.github.memdump.analysis.merge;
