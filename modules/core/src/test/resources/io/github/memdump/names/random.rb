# Makes a random graph, the same each time: classes and subclasses with pools of variables, of which each object sets some
# in some order, removes some and sets some again; structs of one to six members, some with variables of their own;
# hashes and arrays of objects and of values that are none, with entries taken out; all of them refer to one another.
# What it says of them is in HOLDERS_TRUTH, as in holders.rb.
require 'objspace'
require 'set'

module Holders
  ANY_TO_S = Kernel.instance_method(:to_s)
  ROWS = []

  def self.at(object)
    ANY_TO_S.bind_call(object).then { |text| "0x#{text[text.rindex('x') + 1..-2].to_i(16).to_s(16)}" }
  end

  def self.told(from, to, kind, name)
    immediate = nil.equal?(to) || true.equal?(to) || false.equal?(to) || (Integer === to && to.abs < 1 << 29) || (Symbol === to)
    ROWS << [at(from), at(to), kind, name] unless immediate
  end

  def self.tell(from)
    case from
    when Struct
      from.each_pair { |name, value| told(from, value, 'member', name) }
    when Hash
      from.each_with_index { |(key, value), i| told(from, key, 'key', i); told(from, value, 'value', i) }
    when Array
      from.each_with_index { |value, i| told(from, value, 'index', i) }
    when Module
      from.constants(false).each do |name|
        told(from, from.const_get(name, false), 'constant', name) unless from.autoload?(name, false)
      end
      from.class_variables(false).each { |name| told(from, from.class_variable_get(name), 'class_variable', name) }
      from.instance_variables.each { |name| told(from, from.instance_variable_get(name), 'class_ivar', name) }
    else
      from.to_h.each { |name, value| told(from, value, 'member', name) } if defined?(Data) && Data === from
    end
    return if Module === from
    from.instance_variables.each do |name|
      value = from.instance_variable_get(name)
      told(from, value, 'ivar', name) unless value.equal?(from.class)
    end
  end
end

SEED = Random.new(20_261_130)
module Graph
  CLASSES = Array.new(24) do |n|
    base = n > 5 && SEED.rand(3) == 0 ? const_get("Kind#{SEED.rand(n - 1)}") : Object
    made = const_set("Kind#{n}", Class.new(base))
    made.const_set(:POOL, Array.new(1 + SEED.rand(12)) { |v| "@k#{n}_#{v}" })
    made.instance_variable_set(:@made, "kind #{n}") if n.odd?
    made.class_variable_set("@@all#{n}", [n.to_s]) if n % 4 == 0
    made.const_set(:LIMIT, n) if n % 3 == 0
    made.const_set(:NAMES, ["names #{n}"]) if n % 5 == 0
    made
  end
  STRUCTS = Array.new(6) { |n| const_set("Row#{n}", Struct.new(*Array.new(n + 1) { |m| :"m#{m}" })) }
  OBJECTS = []

  def self.value
    case SEED.rand(12)
    when 0 then nil
    when 1 then SEED.rand(1000)
    when 2 then :symbol
    when 3 then SEED.rand < 0.5
    when 4 then "text #{SEED.rand(1000)}"
    when 5 then [SEED.rand(10), "in #{SEED.rand(10)}"]
    when 6 then {"key #{SEED.rand(10)}" => SEED.rand(10)}
    when 7 then CLASSES[SEED.rand(CLASSES.size)]
    when 8 then SEED.rand
    else OBJECTS.empty? ? 'first' : OBJECTS[SEED.rand(OBJECTS.size)]
    end
  end

  def self.set(object, names)
    names.each { |name| object.instance_variable_set(name, value) }
  end

  def self.object
    type = CLASSES[SEED.rand(CLASSES.size)]
    made = type.new
    pool = type.ancestors.take_while { |one| one != Object }.reverse.flat_map { |one| one.const_get(:POOL, false) }
    names = pool.select { SEED.rand < 0.8 }
    set(made, SEED.rand(6) == 0 ? names.shuffle(random: SEED) : names)
    gone = names.select { SEED.rand < 0.08 }
    gone.each { |name| made.remove_instance_variable(name) }
    set(made, gone.select { SEED.rand < 0.5 })
    made
  end

  def self.row
    type = STRUCTS[SEED.rand(STRUCTS.size)]
    made = type.new(*Array.new(SEED.rand(type.members.size + 1)) { value })
    set(made, %w[@own @note].first(SEED.rand(3))) if SEED.rand(4) == 0
    made
  end

  def self.hash
    made = SEED.rand(5) == 0 ? Hash.new { |h, k| h[k] = k } : {}
    SEED.rand(20).times { |i| made[SEED.rand(3) == 0 ? i : "k#{i} #{SEED.rand(9)}"] = value }
    made.keys.each { |key| made.delete(key) if SEED.rand < 0.1 }
    made
  end

  def self.list
    made = Array.new(SEED.rand(30)) { value }
    made.shift(SEED.rand(3))
    made.concat(made.first(2)) if SEED.rand(5) == 0
    made
  end

  400.times { OBJECTS << object }
  80.times { OBJECTS << row << hash << list }
  150.times { OBJECTS << object }
end
[Graph, *Graph::CLASSES, *Graph::STRUCTS].each { |made| Holders.tell(made) }
Graph::OBJECTS.each { |made| Holders.tell(made) }
HOLDERS_TRUTH = Holders::ROWS.map { |row| row.join("\t") }.join("\n") + "\n"
