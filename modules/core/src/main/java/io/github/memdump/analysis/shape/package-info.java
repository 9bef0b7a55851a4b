/** The shapes that the objects of a heap have, as Ruby calls the lists of their instance variables since 3.2. */
package io.github.memdump.analysis.shape;
