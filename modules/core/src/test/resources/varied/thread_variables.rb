# frozen_string_literal: true
# TRUTH holder~ [Tt]hread
# TRUTH class~ Hash|String|Trace
# TRUTH innocent~ Noise
# TRUTH headline~ [Tt]hread
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'
Trace = Struct.new(:id, :spans)

# Four threads of a pool, each of which adds to a thread variable.
class Pool
  def initialize
    @in = Queue.new
    @out = Queue.new
    4.times { Thread.new { loop { handle(@in.pop) } } } #<<thread
  end

  def handle(number)
    list = Thread.current.thread_variable_get(:traces)
    Thread.current.thread_variable_set(:traces, list = []) unless list #<<holder
    list << Trace.new(number, ["a#{number}", "b#{number}"]) #<<leak
    @out << number
  end

  def call(number)
    @in << number
    @out.pop
  end
end
POOL = Pool.new
Zoo.run(work: [280]) do |i|
  Noise.request(i)
  POOL.call(i)
end
