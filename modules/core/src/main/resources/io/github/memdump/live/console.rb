
# Dumps at once. In a Rails console or irb: load "/tmp/memdump_console.rb" (pasted whole, it makes irb fail).
puts MemdumpAgent.new.dump_to("/tmp/heap-#{Process.pid}-#{Time.now.to_i}.json")
