# The session of the memdump gem's README, line by line: the Ruby line, then the same here. In this folder:
#   memdump interactive after.json.gz before.json.gz --script leak.jsh

# after = MemDump::JSONDump.load('after.json')
# The session began with both: dump is the later one, before the earlier. Others: var other = load("other.json")

# d = diff(after)
var d = dump.diff(before)

# d = d.map { |r| r['in_after'] = 1; r }
# New objects are marked already, here and in files:
d.table("object,class,in_after").first(3)

# self_border, diff_border = after.interface_with(d)
var border = dump.interfaceWith(d)

# diff_border.size # is this much smaller than d.size ?
border.newBorder().size()

# diff_border.each_record.map { |r| r['keepalive_count'] }.sort.reverse # are there some high counts at the top ?
border.newBorder().numbers("keepalive_count").first(3)

# full_subgraph = after.roots_of(diff_border)
var full = dump.rootsOf(border.newBorder())

# full_subgraph.to_gml 'full.gml'
full.saveGml("full.gml")

# filtered_border = diff_border.find_all { |r| r['keepalive_count'] > 1000 }
var filtered = border.newBorder().findAll(r -> r.number("keepalive_count") > 1000)

# filtered_subgraph = after.roots_of(filtered_border)
# filtered_subgraph.to_gml 'filtered.gml'
dump.rootsOf(filtered).saveGml("filtered.gml")

# parent_dump, _ = roots_of(objects_of_class(/Plan/))
# parent_dump.to_gml('plan-subgraph.gml')
dump.rootsOf(dump.objectsOfClass("/Session/")).saveGml("sessions.gml")

# common_cleanup, dump, and load what it wrote
dump.commonCleanup().save("clean.json.gz")
var clean = load("clean.json.gz")

# stats
clean.stats().first(5)

# cd into the context of a filtered dump
dump = clean.where("class =~ /^Shop::/")
