package io.github.memdump.export;

/** How the records of a written dump say their class. */
enum ClassForm {
    /** The address as Ruby writes it, and beside it the name where the record of the class is not there to say it. */
    ADDRESS,
    /** The name in the place of the address, and the address beside it, as memdump's replace-class does. */
    NAME
}
