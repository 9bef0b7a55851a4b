# What memdump's README does by hand, on two dumps: dump is the later one, before the earlier.
var d = dump.diff(before)
var border = dump.interfaceWith(d)
border.newBorder().stats("class")
dump.rootsOf(border.newBorder())
dump.commonCleanup()
