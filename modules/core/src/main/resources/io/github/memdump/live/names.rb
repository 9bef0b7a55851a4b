# Writes what only the process knows of names behind a dump of its heap: lines of JSON of type NAMES, which programs
# that do not know the type skip. A lambda that takes the IO with the dump and the seconds that the dump took, of which
# it takes about 7 % again, or 50 ms of a processor (100 ms where there are fewer than 300,000 objects); it returns
# nothing and raises nothing. Where a copy of the process writes, its threads are gone: without an IO it returns what
# there is to write of threads, and takes it as third. It calls no method of the application: objects are asked by
# methods taken from Ruby's own classes, whatever theirs are called; it loads nothing by autoload, and no constant that
# is missing or deprecated is asked for aloud. Ruby 2.7 and later. Values are never written, addresses and names alone.
# What the rows are: src/docs/names.md.
lambda do |out, dumped, threads_before = nil|
  line = __LINE__
  of_threads = out.nil?
  out ||= +''
  clock = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }
  begun = clock.call
  limit = begun + dumped * 0.07
  worked = lambda do
    Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID)
  rescue StandardError
    clock.call
  end
  is_small = GC.stat(:heap_live_slots) < 300_000
  least = worked.call + (is_small ? 0.1 : 0.05)
  any_to_s = Kernel.instance_method(:to_s)
  class_of = Kernel.instance_method(:class)
  same = BasicObject.instance_method(:equal?)
  ivars = Kernel.instance_method(:instance_variables)
  ivar = Kernel.instance_method(:instance_variable_get)
  quote = lambda do |text|
    text = text.to_s
    next "\"#{text}\"" if text.ascii_only? && text.match?(/\A[\w@$?!=:.,\/<> +*-]*\z/)
    text = text.encode(Encoding::UTF_8, invalid: :replace, undef: :replace, replace: '?').scrub('?')
    "\"#{text.gsub(/["\\\u0000-\u001f\u007f]/) { |c| format('\\u%04x', c.ord) }}\""
  end
  # The digits in "#<Shop::User:0x00007f5bab1d7d20>", without the zeros that nearly all have before them.
  width = 2 * 1.size
  digits = lambda do |object|
    any_to_s.bind_call(object).byteslice(-1 - width, width).delete_prefix('0000')
  end
  address = ->(object) { "\"0x#{digits.call(object)}\"" }
  lowest = 1.size == 8 ? 7 : 3
  # Small numbers, most symbols and floats are no objects, as their addresses tell.
  held = lambda do |value|
    case value
    when nil, true, false then false
    when Integer, Symbol, Float then digits.call(value)[-1].to_i(16) & lowest == 0
    else true
    end
  end
  rows = Hash.new { |all, kind| all[kind] = [] }.compare_by_identity
  sizes = Hash.new(0).compare_by_identity
  written = 0
  flush = lambda do |kind|
    unless rows[kind].empty?
      text = "{\"type\":\"NAMES\", \"kind\":\"#{kind}\", \"rows\":[#{rows[kind].join(',')}]}\n"
      out << text
      written += text.bytesize
    end
    rows[kind] = []
    sizes[kind] = 0
  end
  row = lambda do |kind, cells|
    next if cells.size < 2 || written > 32 << 20
    text = "[#{cells.join(',')}]"
    rows[kind] << text
    sizes[kind] += text.bytesize
    flush.call(kind) if sizes[kind] > 32 << 10
  end
  named = []
  pairs = lambda do |kind, owner, names, &read|
    cells = [owner]
    names.each do |name|
      value = read.call(name)
      next unless held.call(value)
      cells << quote.call(name) << address.call(value)
      named << value if named.size < 5_000
    rescue Exception
      next
    end
    row.call(kind, cells) if cells.size > 1
  end
  late = false
  stop = -> { late ||= clock.call > limit && worked.call > least }
  # Which bits of its number have to be zero for an object to be looked at, so that the time is enough for all.
  pace = lambda do |from, done, mask|
    now = clock.call
    room = [limit - from, least - worked.call + now - from].max
    behind = (now - from).fdiv(room) > done
    behind ? [mask << 1 | 1, 63].min : mask >> 1
  end

  modules = lambda do
    constants = Module.instance_method(:constants)
    autoload = Module.instance_method(:autoload?)
    constant = Module.instance_method(:const_get)
    variables = Module.instance_method(:class_variables)
    variable = Module.instance_method(:class_variable_get)
    ObjectSpace.each_object(Module) do |m|
      break if stop.call
      all = [constants.bind_call(m, false), variables.bind_call(m, false), ivars.bind_call(m)]
      next if all.all?(&:empty?)
      owner = address.call(m)
      names = all[0].reject { |name| autoload.bind_call(m, name, false) }
      pairs.call(:constant, owner, names) { |name| constant.bind_call(m, name, false) }
      pairs.call(:class_variable, owner, all[1]) { |name| variable.bind_call(m, name) }
      pairs.call(:class_ivar, owner, all[2]) { |name| ivar.bind_call(m, name) }
    end
  end

  globals = lambda do
    names = global_variables.grep(/\A\$[A-Za-z_]\w+\z/) - %i[$SAFE $KCODE $FILENAME $_ $LAST_READ_LINE]
    pairs.call(:global, '""', names) { |name| eval(name.to_s) }
  end

  threads = lambda do
    asked = %i[name status backtrace keys [] thread_variables thread_variable_get]
    ask = asked.map { |name| [name, Thread.instance_method(name)] }.to_h
    Thread.list.first(500).each do |thread|
      owner = address.call(thread)
      # The thread that writes is in this code, which says nothing of what else it does.
      frames = ask[:backtrace].bind_call(thread, 0, 40) || []
      frames = frames.drop_while { |frame| frame.start_with?("#{__FILE__}:", '<internal:') }.first(5)
      state = ask[:status].bind_call(thread)
      row.call(:thread, [owner, quote.call(ask[:name].bind_call(thread)), quote.call(state),
        *frames.map { |frame| quote.call(frame[0, 300]) }])
      pairs.call(:thread_local, owner, ask[:keys].bind_call(thread)) { |name| ask[:[]].bind_call(thread, name) }
      names = ask[:thread_variables].bind_call(thread)
      pairs.call(:thread_variable, owner, names) { |name| ask[:thread_variable_get].bind_call(thread, name) }
    end
  end

  closures = 0
  last_line = line
  binding_of = Proc.instance_method(:binding)
  place_of = Proc.instance_method(:source_location)
  locals = Binding.instance_method(:local_variables)
  local = Binding.instance_method(:local_variable_get)
  closure = lambda do |object|
    place = place_of.bind_call(object)
    next if place.nil? || place[0] == __FILE__ && place[1].between?(line, last_line)
    next if (closures += 1) > 5_000
    owner = address.call(object)
    row.call(:proc, [owner, quote.call(place[0]), "\"#{place[1]}\""])
    scope = binding_of.bind_call(object)
    pairs.call(:local, owner, locals.bind_call(scope)) { |name| local.bind_call(scope, name) }
  rescue ArgumentError
    nil
  end

  layouts = {}.compare_by_identity
  known = 0
  sampled = 0
  sample = lambda do |kind, object, type, names, read|
    layout = (layouts[type] ||= {})
    id = layout[names]
    unless id
      id = layout[names] = known += 1
      row.call(kind, ["\"#{id}\"", address.call(type), *names.map(&quote)])
    end
    pattern = names.map do |name|
      value = read.call(name)
      next 'i' unless held.call(value)
      # No reference of the record, unless the object has a singleton class.
      next 'c' if same.bind_call(value, type)
      named << value if named.size < 20_000
      'r'
    end
    row.call(:instance, [address.call(object), "\"#{id}\"", "\"#{pattern.join}\""])
    sampled += 1
  end

  default = Hash.instance_method(:default)
  members = {Struct => Struct.instance_method(:members)}
  members[Data] = Data.instance_method(:members) if defined?(Data) && Data.method_defined?(:members)
  member = Struct.instance_method(:[])
  counts = Hash.new(0).compare_by_identity
  kinds = {}.compare_by_identity
  met = {}.compare_by_identity
  one = lambda do |object|
    type = class_of.bind_call(object)
    if Hash === object
      value = default.bind_call(object)
      row.call(:default, [address.call(object), address.call(value)]) if held.call(value)
      next if Hash.equal?(type)
    end
    count = counts[type] += 1
    next unless count <= 48 || count & 127 == 0 && count < 1 << 15 || Proc.equal?(type)
    next if met[object]
    met[object] = true
    next closure.call(object) if Proc.equal?(type)
    names = ivars.bind_call(object)
    sample.call(:ivar, object, type, names, ->(name) { ivar.bind_call(object, name) }) unless names.empty?
    kind = kinds.fetch(type) { kinds[type] = members.keys.find { |base| base > type } }
    next unless kind
    names = members[kind].bind_call(object)
    if kind == Struct
      sample.call(:member, object, type, names, ->(name) { member.bind_call(object, name) })
    else
      row.call(:member, ["\"#{known += 1}\"", address.call(type), *names.map(&quote)]) if count == 1
    end
  rescue StandardError
    next
  end

  first = Array.instance_method(:first)
  size = Hash.instance_method(:size)
  values = Hash.instance_method(:values)
  # Of these variables are told where their class is another.
  plain = {String => true, Array => true}.compare_by_identity
  # A few of what a collection holds. A large hash is not copied for it, and none is walked through: another thread
  # could not add to it meanwhile.
  opened = {}.compare_by_identity
  some = lambda do |collection|
    next [] if opened[collection]
    opened[collection] = true
    case collection
    when Array then first.bind_call(collection, 4)
    else size.bind_call(collection) > 2_000 ? [] : values.bind_call(collection).first(4)
    end
  end

  # What constants and variables hold, and what that holds.
  holders = lambda do
    place = -1
    while (place += 1) < named.size
      break if place & 31 == 0 && stop.call
      object = named[place]
      case object
      when Module, Regexp, Numeric then next
      when Array, Hash then named.concat(some.call(object)) if named.size < 20_000
      end
      one.call(object) unless plain[class_of.bind_call(object)]
    end
  end

  # In a small heap it costs little to find all of them.
  blocks = lambda do
    next unless is_small
    ObjectSpace.each_object(Proc) { |object| closures & 15 == 0 && stop.call ? break : one.call(object) }
  end

  # The heap from its beginning, every second, fourth … object of it where there is no time for all.
  objects = lambda do
    total = GC.stat(:heap_live_slots)
    from = clock.call
    seen = 0
    mask = 0
    ObjectSpace.each_object do |object|
      if (seen += 1) & 511 == 0
        break if sampled > 50_000 || stop.call
        mask = pace.call(from, seen.fdiv(total), mask)
      end
      next unless seen & mask == 0
      case object
      when Module, Regexp, Numeric then next
      when String, Array then next if mask > 0 || plain[class_of.bind_call(object)]
      end
      one.call(object)
    end
  end

  figures = lambda do
    GC.stat.each { |name, value| row.call(:figure, [quote.call("GC.#{name}"), "\"#{value}\""]) }
    next if stop.call || !ObjectSpace.respond_to?(:count_objects_size)
    sizes_by_type = ObjectSpace.count_objects_size
    sizes_by_type.each { |name, value| row.call(:figure, [quote.call("size.#{name}"), "\"#{value}\""]) }
  end

  last_line = __LINE__
  verbose = Warning[:deprecated]
  begin
    Warning[:deprecated] = false
    failed = []
    threads = -> { out << threads_before } if threads_before
    parts = {modules: modules, globals: globals, threads: threads, holders: holders, blocks: blocks,
      figures: figures, objects: objects}
    parts = {threads: threads} if of_threads
    parts.each do |name, part|
      part.call
    rescue Exception => e
      failed << "#{name} #{Module.instance_method(:name).bind_call(class_of.bind_call(e))}"
    end
    {ruby: RUBY_VERSION, complete: !late && failed.empty?, failed: failed.join(', '),
      milliseconds: ((clock.call - begun) * 1000).round}.each do |name, value|
      row.call(:about, ["\"#{name}\"", quote.call(value)]) unless of_threads
    end
    rows.keys.each(&flush)
  rescue Exception
    nil
  ensure
    Warning[:deprecated] = verbose
  end
  of_threads ? out : nil
end
