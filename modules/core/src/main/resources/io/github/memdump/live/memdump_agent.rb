# frozen_string_literal: true

# Memdump's agent: lets the program memdump dump the heap of this Ruby process. One file, no dependencies, Ruby 2.7 and
# later. Load it with RUBYOPT=-r/path/memdump_agent.rb or with require "/path/memdump_agent".
#
# It listens on a Unix socket of mode 0600 in a folder of mode 0700, answers its own user and root, and costs nothing
# while nobody asks. After a fork each process has its own. MEMDUMP_AGENT_DIR names another folder.
class MemdumpAgent
  # Answers one request, a line of words, on an IO, and leaves that open. The last line says how it went.
  def answer(request, io)
    @io = io
    words = request.to_s.split
    raise "there is no request #{words.first.inspect}" unless %w[dump trace facts].include?(words.first)
    wanted = words.shift
    trace(words.include?("on")) unless (words & %w[on off]).empty?
    case wanted
    when "dump" then dump(words)
    when "facts" then words.include?("memory") ? figures(words) : tell(facts)
    else tell(facts)
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

  COUNTED = %i[heap_live_slots heap_free_slots heap_allocated_pages heap_eden_pages heap_tomb_pages
    malloc_increase_bytes oldmalloc_increase_bytes total_allocated_pages total_freed_pages].freeze
  # What tracing notes of an object: eight words in a block of malloc, which takes two more.
  NOTE_BYTES = 80

  def facts
    { ruby: RUBY_VERSION, pid: Process.pid, traced: traced? ? true : false, count: GC.count }.merge(slots)
  end

  def slots
    gc = GC.stat
    COUNTED.map { |key| [key, gc[key]] if gc[key] }.compact.to_h
  end

  def tell(seen, word = "facts")
    say("#{word} #{seen.map { |key, value| "#{key}=#{value}" }.join(" ")}")
  end

  # Counted in a copy, since it takes as long as a walk through all objects.
  def figures(words)
    require "objspace"
    GC.start if words.include?("gc")
    seen = facts
    live = seen[:heap_live_slots]
    begin
      copy { tell(seen.merge(memory(live), malloc)) }
    rescue NotImplementedError, SystemCallError
      tell(seen.merge(memory(live)))
    end
  end

  def memory(live)
    { memsize: ObjectSpace.memsize_of_all, page_size: page_size }.merge(tracer(live))
  end

  def page_size
    GC::INTERNAL_CONSTANTS[:HEAP_PAGE_SIZE] || 16_384
  end

  # What tracing has, now or still: a table, which Ruby counts as an object, and notes, which it does not count. As many
  # of all slots have a note as of the objects that can be seen.
  def tracer(live)
    seen = noted = table = 0
    class_of = Kernel.instance_method(:class)
    ObjectSpace.each_object do |object|
      seen += 1
      noted += 1 if ObjectSpace.allocation_generation(object)
      # To ask an object of its class in this way makes others, so that few are asked.
      next unless (size = ObjectSpace.memsize_of(object)) > 256 && Object.equal?(class_of.bind_call(object))
      table = size if ObjectSpace.dump(object).include?('"struct":"ObjectTracing/allocation_info_tracer"')
    end
    { tracer_table: table, tracer_notes: seen.zero? ? 0 : (noted.fdiv(seen) * live).round * NOTE_BYTES }
  end

  # What the allocator says of itself, where it is glibc's; in a copy alone, which loads a library for it.
  def malloc
    return {} unless RUBY_PLATFORM.include?("linux")
    require "fiddle"
    require "tmpdir"
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
    { malloc_total: size.call("system", "current") + size.call("total", "mmap"),
      malloc_free: size.call("total", "fast") + size.call("total", "rest") }
  rescue StandardError, LoadError
    {}
  end

  # What the kernel says, in bytes.
  def kernel
    names = { "Rss" => :resident, "Private" => :private, "Anonymous" => :anonymous, "Swap" => :swapped }
    seen = Hash.new(0)
    File.foreach("/proc/self/smaps_rollup") do |line|
      name = names[line[/\A(Rss|Private|Anonymous|Swap)(?=:|_)/]]
      seen[name] += line[/\d+/].to_i * 1024 if name
    end
    seen
  rescue SystemCallError
    {}
  end

  def now
    Process.clock_gettime(Process::CLOCK_MONOTONIC, :microsecond)
  end

  def dump(words)
    require "objspace"
    tell(facts, "started")
    @names = !words.include?("no-names")
    start = now
    # The other threads are not in a copy.
    @threads = NAMES.call(nil, 0) if @names && defined?(NAMES) && words.include?("fork")
    GC.start if words.include?("gc")
    @collected = now - start
    threads = other_threads
    # Before there is a copy, which has other figures.
    @memory = @names ? slots.merge(kernel, page_size: page_size) : nil
    if words.include?("fork")
      begin
        return copy do |pause|
          say("forked pid=#{Process.pid} pause=#{pause} gc=#{@collected} threads=#{threads}")
          write(words)
        end
      rescue NotImplementedError, SystemCallError => e
        say("direct #{e.class}: #{e.message}")
      end
    end
    write(words)
  end

  # How many threads there are without this one and the agent's.
  def other_threads
    name = Thread.instance_method(:name)
    Thread.list.count { |thread| name.bind_call(thread) != "memdump agent" } - 1
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
    if @names
      names(@io, start)
      write_memory(@forked ? @memory.merge(malloc) : @memory)
    end
    @io.flush
  end

  # What only the process knows: which constant, variable or thread something hangs on.
  def names(io, start)
    NAMES.call(io, (now - start) / 1e6, @threads) if defined?(NAMES)
  end

  # Behind the names, in their form.
  def write_memory(seen)
    rows = seen.map { |key, value| "[\"process.#{key}\",\"#{value}\"]" }
    @io.write("{\"type\":\"NAMES\", \"kind\":\"figure\", \"rows\":[#{rows.join(',')}]}\n")
  end
end
