/**
 * Dumps in, findings and doubts out: {@link io.github.memdump.investigation.Investigation} loads dumps of a process in
 * any order, keeps of the earlier ones what is asked for, and finds what came and stayed; {@code Doubt} is what speaks
 * against comparing them. Stands above analyses, selections and views; front ends word what it finds.
 */
package io.github.memdump.investigation;
