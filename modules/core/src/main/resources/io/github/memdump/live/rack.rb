
# Answers GET with a dump, gzipped by nobody and as long as the heap is large. It holds every secret of the process:
# mount it behind your own authentication, for example in Rails
#   authenticate(:user, ->(user) { user.admin? }) { mount MemdumpEndpoint => "/memdump" }
# and fetch it: curl -H "Authorization: …" https://…/memdump > heap.json
class MemdumpEndpoint
  def self.call(_env)
    path = File.join(ENV["MEMDUMP_DIR"] || "/tmp", "heap-#{Process.pid}-#{Time.now.to_i}-#{rand(1 << 64)}.json")
    MemdumpAgent.new.dump_to(path)
    file = File.open(path, "rb")
    File.unlink(path)
    [200, { "content-type" => "application/x-ndjson", "cache-control" => "no-store" }, Body.new(file)]
  end

  # The file is open and has no name any more.
  class Body
    def initialize(file)
      @file = file
    end

    def each
      while (block = @file.read(1 << 16))
        yield block
      end
    end

    def close
      @file.close
    end
  end
end
