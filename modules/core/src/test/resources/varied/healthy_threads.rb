# frozen_string_literal: true
# TRUTH none
require_relative 'lib/zoo'
require 'timeout'
Zoo.trace
require_relative 'lib/noise'

# A thread for each request, joined and gone; a fiber pool that is reused; enumerators that end.
class Runner
  def initialize = @fibers = Array.new(6) { Fiber.new { |x| loop { x = Fiber.yield("done #{x}") } } }
  def call(number)
    Thread.new { "result #{number}" * 4 }.value
    @last = @fibers[number % 6].resume(number)
    e = [1, 2].each
    2.times { e.next }
  end
end
RUNNER = Runner.new
Zoo.run(warm: 60, work: [200]) do |i|
  Noise.request(i)
  RUNNER.call(i)
end
