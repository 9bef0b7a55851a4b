# Makes objects in guises that the other programs here do not have: subclasses of Array, Hash, String, Struct, Set,
# Module and Exception with variables of their own, objects with singleton classes, copies, objects read by Marshal,
# variables set lazily, removed or pointing at their own object, numbers that are objects, an object held twice and by
# two constants, private and removed constants, constants set from outside, modules without a name, variables of
# singleton classes, closures that share their locals, queues, ranges. What it says of them is in HOLDERS_TRUTH, as in
# holders.rb.
require 'objspace'
require 'set'

module Holders
  ANY_TO_S = Kernel.instance_method(:to_s)
  CLASS = Kernel.instance_method(:class)
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
      return
    end
    from.instance_variables.each do |name|
      value = from.instance_variable_get(name)
      told(from, value, 'ivar', name) unless value.equal?(CLASS.bind_call(from))
    end
  end

  # What private_constant hides is still a constant.
  def self.hidden(from, name, value)
    told(from, value, 'constant', name)
  end
end

class Report < StandardError
  def initialize(text, i)
    super(text)
    @rows = i.even? ? ["row #{i}"] : nil
    @count = i
    @source = +"source #{i}"
  end
end

class Basket < Array
  def tag(i)
    @owner = "owner #{i}"
    @since = i
    @notes = [i] if i.odd?
    self
  end
end

class Settings < Hash
  def tag(i)
    @path = "path #{i}"
    @loaded = i.even?
    self
  end
end

class Label < String
  def tag(i)
    @colour = i % 3 == 0 ? nil : "colour #{i}"
    @parts = [i]
    @width = 1.5
    self
  end
end

Pair = Struct.new(:left, :right)
class Couple < Pair
  def tag(i)
    @since = "since #{i}"
    @left_of = self
    self
  end
end
Five = Struct.new(:a, :b, :c, :d, :e)

class Lazy
  def initialize(i) = @number = i
  def first = @first ||= ["first #{@number}"]
  def second = @second ||= +"second #{@number}"
  def third = @third ||= {number: @number}
end

class Ring
  attr_accessor :next

  def initialize(i)
    @self = self
    @name = i.odd? ? "ring #{i}" : :ring
    @next = nil
    @big = 1 << (70 + i)
    @float = 1e300 * (i + 1)
    @ratio = Rational(i + 1, 7)
    @kind = Ring
    @also = @name
  end
end

class Hollow
  def initialize(i)
    @a, @b, @c, @d = i, nil, true, :d
    @e = "e #{i}" if i == 3
  end
end

# Asks its objects for nothing that is not said.
class Quiet < BasicObject
  def initialize(i)
    @text = "quiet #{i}"
    @number = i
    @list = [i]
  end
end

module Plugins
  NAMES = %w[a b]
  TWICE = NAMES
  HIDDEN = ['hidden']
  private_constant :HIDDEN
  GONE = ['gone']
  AFTER = ['after']
  COUNT = 3
  LAST = {'last' => 1}
  remove_const(:GONE)
  const_set(:NAMELESS, Module.new { const_set(:INSIDE, ['inside']); @kept = ['kept']; @@of_plugins = ['shared'] })
  ANONYMOUS = Class.new { @registry = {}; @limit = 3; @names = ['n'] }
  @registry = {'x' => ['y']}
  @empty = nil
  @later = ['later']
  remove_instance_variable(:@empty)
  @empty = ['no longer']
end
Plugins::ANONYMOUS.const_set(:OUTSIDE, ['outside'])
Plugins::ANONYMOUS.class_variable_set(:@@all, ['all'])
String.const_set(:OF_GUISES, ['of String'])
Kernel.const_set(:ALSO_OF_GUISES, ['of Kernel'])

module Greeting
  TEXTS = {'hello' => ['world']}
  @uses = ['uses']
  def greet = TEXTS
end

class Base
  @pool = ['of Base']
  @@every = ['every']
  FACTOR = 1 << 80
  RATE = 2.5e250
  RANGE = ('a'..'z')
  class << self
    @hidden = ['of the singleton class']
    INNER = ['constant of the singleton class']
    attr_reader :pool
  end
end

class Derived < Base
  include Greeting
  @pool = @again = ['of Derived']
  VALUE = Base::FACTOR
  SELF = self
end

OBJECTS = []
OBJECTS.concat(Array.new(8) { |i| Report.new("report #{i}", i) })
OBJECTS.concat(Array.new(9) { |i| Basket.new((0...i).map { |n| "b#{n}" }).tag(i) })
OBJECTS.concat(Array.new(9) { |i| Settings.new.tag(i).tap { |s| (i * 2).times { |n| s["k#{n}"] = ["v#{n}"] } } })
OBJECTS.concat(Array.new(9) { |i| Label.new("label #{i}" * (i + 1)).tag(i) })
OBJECTS.concat(Array.new(6) { |i| Couple.new("l#{i}", i.odd? ? ["r#{i}"] : i).tag(i) })
OBJECTS.concat(Array.new(6) { |i| Five.new("a#{i}", i, i.odd? ? "c#{i}" : nil, i > 3 ? ['d'] : :d, "e#{i}") })
lazy = Array.new(12) { |i| Lazy.new(i) }
lazy.each_with_index do |one, i|
  %i[first second third].rotate(i).first(i % 4).each { |name| one.public_send(name) }
end
OBJECTS.concat(lazy)
rings = Array.new(7) { |i| Ring.new(i) }
rings.each_with_index { |ring, i| ring.next = rings[i - 1] if i != 4 }
OBJECTS.concat(rings, Array.new(6) { |i| Hollow.new(i) })

copies = rings.first(3).map(&:dup) + rings.last(2).map(&:clone)
read = Marshal.load(Marshal.dump([Pair.new(['m'], 2), lazy[3], lazy[7], Hollow.new(3), {'a' => ['b']}]))
alone = rings[2].clone.tap { |r| r.define_singleton_method(:only) { 1 }; r.instance_variable_set(:@only, ['only']) }
extended = Lazy.new(90).extend(Greeting).tap { |l| l.first; l.instance_variable_set(:@last, ['last']) }
frozen = Lazy.new(91).tap { |l| l.second; l.first; l.freeze }
swapped = Lazy.new(92).tap { |l| l.third; l.first; l.remove_instance_variable(:@third); l.second; l.third }
OBJECTS.concat(copies, read, [alone, extended, frozen, swapped])

QUIET = Array.new(4) { |i| Quiet.new(i) }
quiet_names = Kernel.instance_method(:instance_variables)
quiet_value = Kernel.instance_method(:instance_variable_get)

merged = {'a' => ['1']}.merge('b' => ['2'], 'c' => 3)
transformed = {'x' => 1, 'y' => 2}.transform_values { |v| ["t#{v}"] }
sorted = {'q' => ['q'], 'p' => ['p'], 'o' => ['o']}.sort.to_h
grouped = %w[apple avocado banana].group_by { |word| word[0] }
counted = Hash.new(0).tap { |h| %w[x y x].each { |word| h[word] += 1 } }
numbers = {1 => ['one'], 2.5 => ['float'], 1 << 70 => ['big'], nil => ['nil'], [1, 2] => ['array']}
refilled = (1..30).map { |i| ["r#{i}", ["v#{i}"]] }.to_h
  .tap { |h| h.delete_if { |_, value| value[0] !~ /5/ }; h['end'] = ['end'] }
shifted = (1..12).map { |i| ["s#{i}", "v#{i}"] }.to_h.tap { |h| 4.times { h.shift } }
replaced = {'gone' => 'gone'}.replace('come' => ['come'])
nested = {'outer' => {'inner' => {'most' => ['deep']}}}
OBJECTS << merged << transformed << sorted << grouped << counted << numbers << refilled << shifted << replaced << nested

table = Array.new(4) { |i| Array.new(i) { |n| "t#{i}#{n}" } }
OBJECTS << table << table.transpose.to_a if table.map(&:size).uniq.size == 1
OBJECTS << table.flatten << table.first(2) << table.reverse << table.rotate << [1 << 70, 'x', 1e300, Rational(1, 3)]
OBJECTS << %w[a b c d e f g h].each_slice(3).to_a << %w[k l m].cycle.first(7) << %w[p q].product(%w[r s])
OBJECTS << (1..20).map { |i| "u#{i}" }.tap { |a| a.unshift('front'); a.insert(5, ['middle']); a.delete_at(9) }

def shared_locals
  text = +'shared'
  list = ['list']
  number = 7
  [-> { text }, -> { [list, number] }, proc { |x| text << x.to_s; list }]
end
CLOSURES = shared_locals
CLOSURES.each { |closure| closure.binding.local_variables.then { |names| names.include?(:text) or raise 'no text' } }
COUNTERS = Array.new(3) { |i| held = ["counter #{i}"]; lambda { held } }

QUEUE = Queue.new.tap { |queue| 3.times { |i| queue << ["job #{i}"] } }

OBJECTS.each { |object| Holders.tell(object) }
QUIET.each do |quiet|
  quiet_names.bind_call(quiet).each { |name| Holders.told(quiet, quiet_value.bind_call(quiet, name), 'ivar', name) }
end
[Plugins, Plugins::NAMELESS, Plugins::ANONYMOUS, Greeting, Base, Derived, Base.singleton_class, Report, Basket, Object,
  Kernel, String].each { |made| Holders.tell(made) }
Holders.hidden(Plugins, :HIDDEN, Plugins.module_eval('HIDDEN'))
Holders.told(CLOSURES[0], CLOSURES[0].call, 'local', 'text')
Holders.told(CLOSURES[1], CLOSURES[1].call[0], 'local', 'list')
COUNTERS.each { |counter| Holders.told(counter, counter.call, 'local', 'held') }
HOLDERS_TRUTH = Holders::ROWS.map { |row| row.join("\t") }.join("\n") + "\n"
