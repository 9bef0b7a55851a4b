# Makes objects of further shapes than holders.rb: nested Structs and Data, Sets, hashes compared by identity, with
# default procs, of at most eight and of more entries, with deleted ones and with keys that are equal by their own rule;
# class-level variables that are inherited, class variables across modules, closures in closures, locals of several
# threads and fibers, objects of more than 80 variables, set in other orders, removed and set again, arrays that are
# frozen or share their elements. What it says of them is in HOLDERS_TRUTH, as in holders.rb.
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

# Keys that are equal by a rule of their own.
class Version
  include Comparable
  attr_reader :parts

  def initialize(text)
    @text = text
    @parts = text.split('.').map(&:to_i)
  end

  def <=>(other) = parts <=> other.parts
  def hash = parts.hash
  def eql?(other) = parts == other.parts
end

class Hundred
  NAMES = Array.new(100) { |n| "@field_#{n}" }

  def initialize(i)
    names = i.even? ? NAMES : NAMES.rotate(i)
    names.each_with_index { |name, n| instance_variable_set(name, n % 5 == i % 5 ? n : "#{name} #{i}") }
  end
end

class Ninety
  def initialize(i)
    90.times { |n| instance_variable_set("@n#{n}", [n, i]) }
  end
end

# Set in one of several orders; what is removed comes back behind the others.
class Shuffled
  def initialize(i)
    %i[@a @b @c @d @e @f].rotate(i % 6).each { |name| instance_variable_set(name, i % 4 == 1 ? i : "#{name} #{i}") }
    return if i % 3 == 0
    remove_instance_variable(:@c)
    instance_variable_set(:@c, ["again #{i}"]) if i % 3 == 1
    remove_instance_variable(:@a) if i % 5 == 0
  end
end

class Late
  def initialize(i) = @id = i

  def load(i)
    @loaded = ["loaded #{i}"] if i.odd?
    @cache = {} if i % 3 == 0
    @next = nil
    self
  end
end

class Base
  @settings = {'base' => 1}
  @limit = 5
  @hooks = ['of base']
  @@registry = ['of all']
  @@size = 4
  DEFAULT = ['default'].freeze

  class << self
    attr_reader :settings, :hooks
    attr_accessor :table

    def inherited(other)
      super
      other.instance_variable_set(:@hooks, hooks.dup)
      other.instance_variable_set(:@depth, 1)
      other.table = "table of #{other}"
    end
  end

  def initialize(i)
    @base = "base #{i}"
    @number = i
  end
end

class Middle < Base
  @settings = {'middle' => 2}
  @@middle = {'m' => []}
  STEP = 2
  LIST = ['m']

  def initialize(i)
    super
    @middle = i % 3 == 0 ? nil : ["middle #{i}"]
  end
end

class Leaf < Middle
  @own = ['leaf']

  def initialize(i)
    super
    @leaf = {i => "leaf #{i}"}
    @flag = i.odd?
  end
end

module Tracked
  @@tracked = ['shared by all that include it']
  @@count = 1
  NAMES = {'tracked' => true}
  def self.add(object) = @@tracked << object
end

module Named
  include Tracked
  @@named = +'of Named'
  ALIAS = Tracked::NAMES
end

class Item
  include Named
  extend Tracked
  @@items = []
  @pool = ['pool']

  def initialize(i)
    @item = "item #{i}"
    @@items << self
    Tracked.add(self)
  end
end

Point = Struct.new(:x, :y)
Line = Struct.new(:from, :to, :label, :points) do
  def initialize(*) = (super; @length = to_s)
end
Keyed = Struct.new(:key, :value, :more, keyword_init: true)
if defined?(Data) && Data.respond_to?(:define)
  Place = Data.define(:name, :at, :tags)
  Route = Data.define(:start, :finish)
end

OBJECTS = []
OBJECTS.concat(Array.new(6) { |i| Hundred.new(i) }, Array.new(5) { |i| Ninety.new(i) })
OBJECTS.concat(Array.new(48) { |i| Shuffled.new(i) }, Array.new(30) { |i| Late.new(i).load(i) })
OBJECTS.concat(Array.new(9) { |i| Base.new(i) }, Array.new(9) { |i| Middle.new(i) }, Array.new(9) { |i| Leaf.new(i) })
OBJECTS.concat(Array.new(7) { |i| Item.new(i) })

points = Array.new(6) { |i| Point.new(i.odd? ? "x#{i}" : i, [i]) }
OBJECTS.concat(points)
OBJECTS.concat(Array.new(5) { |i| Line.new(points[i], points[i + 1], i.even? ? "line #{i}" : nil, points.first(i)) })
OBJECTS.concat(Array.new(4) { |i| Keyed.new(key: "k#{i}", more: i.odd? ? nil : Keyed.new(key: ['deep'], value: i)) })
if defined?(Route)
  places = Array.new(4) { |i| Place.new(name: "place #{i}", at: i.odd? ? Point.new("px", i) : i, tags: ["t#{i}"]) }
  OBJECTS.concat(places, Array.new(3) { |i| Route.new(start: places[i], finish: i == 1 ? nil : places[i + 1]) })
end

small = (1..8).map { |i| ["small #{i}", ["v#{i}"]] }.to_h
large = (1..9).map { |i| ["large #{i}", ["v#{i}"]] }.to_h
mixed = {'s' => 1, 2 => 'two', :sym => 'sym', nil => ['nil'], 'last' => nil}
cut = (1..8).map { |i| ["cut #{i}", "v#{i}"] }.to_h.tap { |h| h.delete('cut 1'); h.delete('cut 5') }
cut_large = (1..40).map { |i| ["cutl #{i}", ["v#{i}"]] }.to_h
  .tap { |h| (1..40).step(3) { |i| h.delete("cutl #{i}") }; h['new'] = ['behind'] }
versions = %w[1.0 1.2 2.0 2.0.1].map { |text| [Version.new(text), ["release #{text}"]] }.to_h
many_versions = (1..12).map { |i| [Version.new("3.#{i}"), i.odd? ? i : "v3.#{i}"] }.to_h
by_identity = {}.compare_by_identity.merge!(+'same' => ['one'], +'same' => ['two'], :s => ['three'])
large_identity = {}.compare_by_identity.tap { |h| 20.times { |i| h[+'key'] = "i#{i}" } }
with_proc = Hash.new { |hash, key| hash[key] = [key] }.tap { |h| 5.times { |i| h["p#{i}"] } }
large_proc = Hash.new { |hash, key| hash[key] = [key] }.tap { |h| 15.times { |i| h["q#{i}"] } }
with_default = Hash.new('nobody').merge!('a' => ['A'], 'b' => 2)
with_ivar = {'in' => ['hash']}.tap { |h| h.instance_variable_set(:@note, ['note']) }
frozen_hash = {'f' => ['frozen']}.freeze
HASHES = [small, large, mixed, cut, cut_large, versions, many_versions, by_identity, large_identity, with_proc,
  large_proc, with_default, with_ivar, frozen_hash]
OBJECTS.concat(HASHES, versions.keys, many_versions.keys)

source = (0..60).map { |i| "e#{i}" }
OBJECTS << source.freeze << source[5, 40] << source.drop(3) << source.first(2) << %w[f g h].freeze
OBJECTS << (1..30).map { |i| i % 4 == 0 ? nil : "h#{i}" }.tap { |a| 3.times { a.shift }; a.pop }
OBJECTS << ['x', 'y'].tap { |a| a.instance_variable_set(:@of, ['array']); a.freeze } << [[['deep']]] << [nil, ['one']]

SETS = [Set.new(%w[a b c]), Set.new((1..20).map { |i| "s#{i}" }), Set.new([1, 'two', :three])]

# Closures in closures: the outer one's locals are two environments away.
def nested(outer)
  number = 3
  lambda do |inner|
    kept = [inner, number]
    lambda { |last| [outer, inner, kept, last] }
  end
end
OUTER_TEXT = +'outer'
INNER_TEXT = +'inner'
MADE = nested(OUTER_TEXT)
DEEP = MADE.call(INNER_TEXT)

waiting = Queue.new
ready = Queue.new
can_thread = begin
  Thread.new { true }.value
rescue NotImplementedError, ThreadError
  false
end
THREADS = Array.new(can_thread ? 3 : 0) do |i|
  Thread.new do
    Thread.current.name = "worker #{i}"
    Thread.current[:of_fiber] = ["fiber local #{i}"]
    Thread.current.thread_variable_set(:of_thread, {"thread local #{i}" => i})
    ready << i
    waiting.pop
  end
end
THREADS.each { ready.pop }
FIBERS = Array.new(2) { |i| Fiber.new { held = ["in fiber #{i}"]; Fiber.yield held; held } }
FIBERS.each(&:resume)

Holders.told(DEEP, OUTER_TEXT, 'local', 'outer')
Holders.told(DEEP, INNER_TEXT, 'local', 'inner')
[Base, Middle, Leaf, Tracked, Named, Item, Version, Hundred, Ninety, Shuffled, Late, Point, Line, Object].each { |m| Holders.tell(m) }
OBJECTS.each { |object| Holders.tell(object) }
THREADS.each do |thread|
  Holders.told(thread, thread[:of_fiber], 'thread_local', 'of_fiber')
  Holders.told(thread, thread.thread_variable_get(:of_thread), 'thread_local', 'of_thread')
end
HOLDERS_TRUTH = Holders::ROWS.map { |row| row.join("\t") }.join("\n") + "\n"
