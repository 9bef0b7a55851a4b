/** Budgets: limits on figures of a heap, for checks that shall fail when a process grows beyond them. */
package io.github.memdump.budget;
