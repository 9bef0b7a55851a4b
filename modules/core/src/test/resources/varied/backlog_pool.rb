# frozen_string_literal: true
# TRUTH holder~ WorkerPool
# TRUTH class~ Proc|Job|Queue
# TRUTH innocent~ Noise
# TRUTH headline~ WorkerPool|Queue
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

# Two threads serve a queue, one of them is stuck and the other serves every third job only.
class WorkerPool
  def initialize
    @jobs = Queue.new #<<holder
    @pace = Queue.new
    @threads = [Thread.new { sleep }, Thread.new { loop { @pace.pop; @jobs.pop.call } }]
  end

  def post(number)
    text = "payload #{number} " * 3
    @jobs << -> { text.size } #<<leak
    @pace << true if (number % 3).zero?
    Thread.pass
  end
end

WORKERS = WorkerPool.new
Zoo.run(warm: 60, work: [360]) do |i|
  Noise.request(i)
  WORKERS.post(i)
end
