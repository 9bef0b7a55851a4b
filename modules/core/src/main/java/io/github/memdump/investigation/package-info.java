/**
 * Dumps in, findings and doubts out: in which order dumps were made, and what speaks against comparing them. Stands
 * above analyses, selections and views; front ends word what it finds.
 */
package io.github.memdump.investigation;

