# frozen_string_literal: true

# Memdump's agent: lets the program memdump dump the heap of this Ruby process. One file, no dependencies, Ruby 2.7 and
# later. Load it with RUBYOPT=-r/path/memdump_agent.rb or with require "/path/memdump_agent".
#
# It listens on a Unix socket of mode 0600 in a folder of mode 0700, answers its own user and root, and costs nothing
# while nobody asks. After a fork each process has its own. MEMDUMP_AGENT_DIR names another folder.
class MemdumpAgent
  # Answers one request, a line of words, on an IO, and leaves that open. The last line says how it went.
  def answer(request, io)
    words = request.to_s.split
    raise "there is no request #{words.first.inspect}" unless %w[dump trace facts].include?(words.first)
    @io = io
    wanted = words.shift
    trace(words.include?("on")) unless (words & %w[on off]).empty?
    case wanted
    when "dump" then dump(words)
    when "facts" then words.include?("memory") ? figures(words) : say("facts #{facts(words)}")
    else say("facts #{facts(words)}")
    end
    say("done") unless @forked
  rescue Exception => e # rubocop:disable Lint/RescueException
    say("failed #{e.class}: #{e.message}") unless e.is_a?(Errno::EPIPE)
  end

  # The same into a pipe that was made for it, after a word by which it is known.
  def meet(path, device, number, word, request)
    io = File.open(path, File::WRONLY | File::NOFOLLOW | File::NONBLOCK)
    found = io.stat
    raise "somebody else changes files there" unless found.pipe? && found.dev == device && found.ino == number
    io.fcntl(4, File::WRONLY) # F_SETFL: from now on writing waits, as usual.
    io.binmode
    io.write("memdump #{word}\n")
    io.flush
    answer(request, io)
  ensure
    io&.close
  end

  # Writes a dump into a file of mode 0600 that is not there yet, and returns its path. The process stands still for it.
  def dump_to(path)
    require "objspace"
    GC.start
    File.open("#{path}.part", File::WRONLY | File::CREAT | File::EXCL, 0o600) do |file|
      start = now
      ObjectSpace.dump_all(output: file)
      names(file, start)
    end
    File.rename("#{path}.part", path)
    path
  end

  private

  # Lines of a dump begin with a brace, these with a word.
  def say(text)
    @io.write("memdump #{text.to_s.scrub.tr("\r\n", '  ')}\n")
    @io.flush
  end

  def trace(on)
    require "objspace"
    on ? ObjectSpace.trace_object_allocations_start : ObjectSpace.trace_object_allocations_stop
  end

  def traced?
    defined?(ObjectSpace.allocation_generation) && !ObjectSpace.allocation_generation(Object.new).nil?
  end

  def facts(words)
    gc = GC.stat
    seen = { ruby: RUBY_VERSION, pid: Process.pid, traced: traced? ? true : false, count: GC.count }
    %i[heap_live_slots heap_free_slots heap_allocated_pages heap_eden_pages heap_tomb_pages malloc_increase_bytes
      oldmalloc_increase_bytes total_allocated_pages total_freed_pages].each { |key| seen[key] = gc[key] if gc[key] }
    memory(seen) if words.include?("memory")
    seen.map { |key, value| "#{key}=#{value}" }.join(" ")
  end

  # Counted in a copy, since it takes as long as a walk through all objects.
  def figures(words)
    require "objspace"
    copy { say("facts #{facts(words)}") }
  rescue NotImplementedError, SystemCallError
    say("facts #{facts(words)}")
  end

  def memory(seen)
    seen[:memsize] = ObjectSpace.memsize_of_all
    seen[:page_size] = GC::INTERNAL_CONSTANTS[:HEAP_PAGE_SIZE] || 16_384
    seen[:slot_size] = GC::INTERNAL_CONSTANTS[:BASE_SLOT_SIZE] || GC::INTERNAL_CONSTANTS[:RVALUE_SIZE] || 40
    malloc(seen) if @forked
  end

  # What the allocator says of itself, where it is glibc's; in a copy alone, which loads a library for it.
  def malloc(seen)
    return unless RUBY_PLATFORM.include?("linux")
    require "fiddle"
    require "tempfile"
    library = Fiddle.dlopen(nil)
    long = Fiddle::TYPE_VOIDP
    function = ->(name, *types) { Fiddle::Function.new(library[name], types, long) }
    path = File.join(Dir.tmpdir, "memdump-malloc-#{Process.pid}")
    # A new file of mode 0600, which its name leaves at once.
    file = File.open(path, File::RDWR | File::CREAT | File::EXCL, 0o600)
    File.unlink(path)
    stream = function.call("fdopen", Fiddle::TYPE_INT, long).call(file.fileno, "w")
    function.call("malloc_info", Fiddle::TYPE_INT, long).call(0, stream)
    function.call("fflush", long).call(stream)
    file.rewind
    said = file.read[/.*<\/heap>(.*)\z/m, 1].to_s
    sizes = said.scan(/<(total|system|aspace) type="(\w+)"(?: count="\d+")? size="(\d+)"/)
    size = ->(tag, type) { sizes.find { |found| found[0] == tag && found[1] == type }&.last.to_i }
    seen[:malloc_total] = size.call("system", "current") + size.call("total", "mmap")
    seen[:malloc_free] = size.call("total", "fast") + size.call("total", "rest")
  rescue StandardError, LoadError
    seen.delete(:malloc_total)
  end

  def now
    Process.clock_gettime(Process::CLOCK_MONOTONIC, :microsecond)
  end

  def dump(words)
    require "objspace"
    say("started #{facts([])}")
    start = now
    # The other threads are not in a copy.
    @threads = NAMES.call(nil, 0) if defined?(NAMES) && (words & %w[fork no-names]) == %w[fork]
    GC.start if words.include?("gc")
    @collected = now - start
    if words.include?("fork")
      begin
        return copy do |pause|
          say("forked pid=#{Process.pid} pause=#{pause} gc=#{@collected}")
          write(words)
        end
      rescue NotImplementedError, SystemCallError => e
        say("direct #{e.class}: #{e.message}")
      end
    end
    write(words)
  end

  # Does something in a copy of the process, which stands still for the fork alone. The copy is a grandchild, so that
  # nobody waits for it.
  def copy(&work)
    # What is not written yet would be written twice.
    @io.flush
    start = now
    Thread.current[:memdump_copying] = true
    child = Process.fork do
      begin
        # Seen from here: the process may have given way to another of its threads since.
        pause = now - start
        Process.fork { copied(pause, &work) }
      ensure
        Process.exit!(true)
      end
    end
    Thread.current[:memdump_copying] = nil
    @forked = true
    begin
      Process.wait(child)
    rescue SystemCallError
      # Somebody else waited for all children.
    end
  end

  def copied(pause)
    @forked = true
    GC.disable
    # What the copy makes is not in the process, which will make others there in the same generation.
    8.times { traced? && ObjectSpace.trace_object_allocations_stop }
    Process.setsid
    # A stop signal ends the copy at once, without what the program does then.
    kept = %w[TERM INT HUP QUIT].map { |signal| trap(signal, "SYSTEM_DEFAULT") }
    release
    yield pause
    say("done copied=#{copied_bytes} handlers=#{kept.size}")
  rescue Exception => e # rubocop:disable Lint/RescueException
    begin
      say("failed #{e.class}: #{e.message}")
    rescue StandardError
      # Nobody reads any more.
    end
  ensure
    Process.exit!(true)
  end

  # Connections and ports are the process' own: nobody must wait for the copy to let go of them.
  def release
    Dir.children("/proc/self/fd").map(&:to_i).each do |number|
      next if number < 3 || number == @io.fileno
      begin
        IO.for_fd(number).close
      rescue SystemCallError, ArgumentError, IOError
        # It is Ruby's own, or was closed.
      end
    end
  rescue SystemCallError
    # No Linux: they stay open until the copy ends.
  end

  def copied_bytes
    File.foreach("/proc/self/smaps_rollup").sum { |line| line.start_with?("Private_") ? line[/\d+/].to_i * 1024 : 0 }
  rescue SystemCallError
    0
  end

  def write(words)
    start = now
    words.include?("full") ? ObjectSpace.dump_all(output: @io, full: true) : ObjectSpace.dump_all(output: @io)
    @io.flush
    names(@io, start) unless words.include?("no-names")
    @io.flush
  end

  # What only the process knows: which constant, variable or thread something hangs on.
  def names(io, start)
    NAMES.call(io, (now - start) / 1e6, @threads) if defined?(NAMES)
  end
end
