
# Dumps at once: paste all of this into a Rails console or irb.
puts MemdumpAgent.new.dump_to("/tmp/heap-#{Process.pid}-#{Time.now.to_i}.json")
