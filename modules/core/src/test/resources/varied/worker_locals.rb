# frozen_string_literal: true
# TRUTH holder~ [Tt]hread
# TRUTH class~ Batch
# TRUTH innocent~ Noise
# TRUTH headline~ [Tt]hread
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

# A worker keeps what it has done in a local variable of its loop.
class Worker
  Batch = Struct.new(:rows, :at)

  def initialize
    @in = Queue.new
    @out = Queue.new
    @thread = Thread.new { work } #<<thread
  end

  def work
    done = [] #<<holder
    while (number = @in.pop)
      done << Batch.new(Array.new(3) { |i| "row #{number}.#{i}" }, number) #<<leak
      @out << true
    end
  end

  def call(number)
    @in << number
    @out.pop
  end
end

WORKER = Worker.new
Zoo.run(work: [240]) do |i|
  Noise.request(i)
  WORKER.call(i)
end
