# An application of which no method may be called while its names are written: each says so and ends the process.
# The code is in the file that is the first argument, the second is where to write.
require 'objspace'
ALARM = ->(what) { $stderr.puts("called #{what}"); exit!(3) }
names = eval(File.read(ARGV[0]))

class Hostile < BasicObject
  def initialize; @held = ['h']; end
  def method_missing(name, *) = ::ALARM.call(name)
  %i[__id__ == ! equal? instance_eval hash class inspect to_s].each { |m| define_method(m) { |*| ::ALARM.call(m) } }
end

module Traps
  %i[name to_s inspect hash == === constants const_get autoload? class_variables instance_variables members keys
    const_missing class instance_variable_get equal? eql? < > <=> method_missing respond_to?].each do |m|
    define_method(m) { |*| ALARM.call("self.#{m}") }
  end
end

class Trapped
  LIST = ['l']
  HIDDEN = ['p']
  private_constant :HIDDEN
  @@all = ['a']
  @own = ['o']
  autoload :Later, '/nonexistent/later.rb'
  OLD = ['old']
  deprecate_constant :OLD
  def initialize; @a = 1; @b = ['b']; end
  %i[class instance_variables instance_variable_get hash == to_s inspect equal? __id__].each do |m|
    define_method(m) { |*| ALARM.call(m) }
  end
  extend Traps
end

class Table < Hash
  def default(*) = ALARM.call(:default)
end

Pair = Struct.new(:left, :right) do
  def members = ALARM.call(:members)
  def [](*) = ALARM.call(:[])
  def to_s = ALARM.call(:to_s)
end

class Worker < Thread
  %i[name status backtrace keys [] thread_variables ==].each { |m| define_method(m) { |*| ALARM.call(m) } }
end

Warning.define_singleton_method(:warn) { |*| ALARM.call(:warn) }
$VERBOSE = true
KEPT = [Hostile.new, Trapped.new, Table.new, Pair.new(1, 'r'), Class.new { extend Traps }, Worker.new { sleep }]
CLOSURE = KEPT.then { |captured| proc { captured } }
File.open(ARGV[1], 'wb') { |out| names.call(out, 10.0) }
$stderr.puts(Warning[:deprecated] ? 'deprecated' : 'not deprecated')
exit!(0)
