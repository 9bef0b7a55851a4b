# Makes objects that hold others in every way, many immediates between them, and says which variable, key or constant of
# which object refers to which address: HOLDERS_TRUTH is then a text of lines "from<tab>to<tab>kind<tab>name".
require 'objspace'

module Holders
  ANY_TO_S = Kernel.instance_method(:to_s)
  ROWS = []

  def self.at(object)
    ANY_TO_S.bind_call(object).then { |text| "0x#{text[text.rindex('x') + 1..-2].to_i(16).to_s(16)}" }
  end

  def self.told(from, to, kind, name)
    immediate = to.nil? || to == true || to == false || (Integer === to && to.abs < 1 << 29) || (Symbol === to)
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
    end
    return if Module === from || Struct === from
    from.instance_variables.each do |name|
      value = from.instance_variable_get(name)
      told(from, value, 'ivar', name) unless value.equal?(from.class)
    end
  end
end

class User
  def initialize(i)
    @name = "user #{i}"
    @age = i
    @mail = i % 3 == 0 ? nil : "u#{i}@example.org"
  end
end

class Session
  def initialize(i, user)
    @id = i
    @user = user if i % 4 != 1
    @state = %i[open closed].fetch(i % 2)
    @attrs = i % 5 == 0 ? nil : {'k' => "v#{i}"}
    @log = i % 2 == 0 ? [] : false
    @last = i % 7 == 0 ? @user : nil
    @kind = self.class if i % 3 == 0
  end
end

class Request
  LIMIT = 10
  DEFAULTS = {}.freeze
  @last = nil
  @seen = []
  @count = 3
  @by_path = {}
  @@total = 12
  @@handlers = ['h']

  class << self
    attr_accessor :seen
    @inner = ['of the singleton class']
  end

  def initialize(i)
    @headers = {"h#{i}" => i}
    @body = +"body #{i}"
    @status = 200 + i
    @done = i.odd?
    @session = nil
  end

  def finish(session)
    @session = session
    @extra = 1.5
    @error = nil
    self
  end
end

class Reversed
  def initialize(i)
    if i.odd?
      @first = 'f'
      @second = i
      @third = ['t']
    else
      @third = i
      @first = ['f']
      @second = 's'
    end
  end
end

class Shrunk
  def initialize(i)
    @a = "a#{i}"
    @b = i
    @c = "c#{i}"
    @d = :d
    @e = ["e#{i}"]
    remove_instance_variable(:@c) if i.odd?
    remove_instance_variable(:@d)
  end
end

class Wide
  def initialize(i)
    30.times { |n| instance_variable_set("@v#{n}", (n + i) % 3 == 0 ? n : "v#{n} #{i}") }
  end
end

class Complex30
  def initialize(i)
    30.times { |n| instance_variable_set("@x#{i}_#{n}", (n + i) % 3 == 0 ? n : "x#{n} #{i}") }
  end
end

class Twice
  def initialize
    @one = @two = ['the same']
    @three = 3
    @four = 'four'
  end
end

class Titled < String
end

module Shop
  MAX = 3
  NAMES = %w[a b].freeze
  Pair = Struct.new(:left, :middle, :right)
  Alias = Session
  class Store
    LIST = ['l']
    @registry = {}
    FIRST = 1
    SECOND = ['s']
    def initialize; @sessions = {}; @open = 0; end
    attr_reader :sessions
  end
  class Pure
    TABLE = {'a' => 1}
  end
  class Counting
    ZERO = 0
    ONE = 1
    @pool = ['p']
  end
  class Late
  end
  Late.instance_variable_set(:@cache, ['c'])
  Late.const_set(:NUMBER, 7)
  Late.const_set(:Inner, Class.new(Session))
  Late.class_variable_set(:@@index, {})
  LATER = Class.new(Store) { @own = ['o'] }
end

$holders = ['global']
OBJECTS = []
users = Array.new(40) { |i| User.new(i) }
sessions = Array.new(60) { |i| Session.new(i, users[i % 40]) }
OBJECTS.concat(users, sessions)
OBJECTS.concat(Array.new(30) { |i| r = Request.new(i); i % 3 == 0 ? r : r.finish(sessions[i]) })
OBJECTS.concat(Array.new(10) { |i| Reversed.new(i) }, Array.new(10) { |i| Shrunk.new(i) })
OBJECTS.concat(Array.new(4) { |i| Wide.new(i) }, Array.new(12) { |i| Complex30.new(i) }, [Twice.new])
OBJECTS.concat(Array.new(8) { |i| Shop::Pair.new("l#{i}", i, i.even? ? ['r'] : nil) })
OBJECTS << {'a' => 'b', 'c' => 'd'} << {a: 'x', b: 2, 'c' => :d} << {1 => 'one', 'two' => 2, nil => 'n'} << {}
OBJECTS << {'k' => Hash} << (1..40).map { |i| ["key#{i}", ["v#{i}"]] }.to_h << {3 => [3], 4 => [4]}
OBJECTS << Hash.new { |h, k| h[k] = k.to_s }.merge!('p' => ['q']) << {}.compare_by_identity.merge!('i' => ['j'])
OBJECTS << %w[a b c] << [1, 'x', nil, 'y'] << ['a', 2, 'c'] << (0..99).map(&:to_s) << [nil] * 5 << [Array, 'a']
OBJECTS << Titled.new('t').tap { |t| t.instance_variable_set(:@by, ['author']); t.instance_variable_set(:@n, 1) }
OBJECTS << [].tap { |a| a.instance_variable_set(:@of_array, 'o'); a << 'in' }
store = Shop::Store.new
sessions.first(20).each_with_index { |s, i| store.sessions["s#{i}"] = s }
OBJECTS << store << store.sessions
captured = ['captured']
number = 5
CLOSURE = proc { [captured, number] }
Thread.current[:of_fiber] = ['fiber local']
Thread.current.thread_variable_set(:of_thread, ['thread local'])

[Holders, User, Session, Request, Shop, Shop::Store, Shop::Pure, Shop::Counting, Shop::Late, Shop::LATER, Object,
  Request.singleton_class].each { |m| Holders.tell(m) }
OBJECTS.each { |object| Holders.tell(object) }
Holders.told(CLOSURE, captured, 'local', 'captured')
Holders.told(Thread.current, Thread.current[:of_fiber], 'thread_local', 'of_fiber')
Holders.told(Holders, $holders, 'global', '$holders')
HOLDERS_TRUTH = Holders::ROWS.map { |row| row.join("\t") }.join("\n") + "\n"
