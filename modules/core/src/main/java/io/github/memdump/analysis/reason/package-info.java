/** What speaks for a suspect and what against it, so that its verdict can be checked. */
package io.github.memdump.analysis.reason;
