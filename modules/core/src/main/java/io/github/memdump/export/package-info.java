/** Results as files: written beside the target and renamed, so that none is ever half there. */
package io.github.memdump.export;
