
# Dumps into the folder MEMDUMP_DIR (/tmp) when USR2 comes: kill -USR2 PID. Take another signal if your server uses it.
trap("USR2") do
  Thread.new do
    name = "heap-#{Process.pid}-#{Time.now.to_i}.json"
    MemdumpAgent.new.dump_to(File.join(ENV["MEMDUMP_DIR"] || "/tmp", name))
  end
end
