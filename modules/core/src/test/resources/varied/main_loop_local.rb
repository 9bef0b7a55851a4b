# frozen_string_literal: true
# TRUTH holder~ machine|stack|main|[Tt]hread|env
# TRUTH class~ Measure
# TRUTH innocent~ Noise
# TRUTH headline~ [Tt]hread|stack|env|machine|main_loop
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'
Measure = Struct.new(:at, :value, :label)

# A local variable of the main script, captured by the loop's block.
measures = [] #<<holder
Zoo.run(work: [280]) do |i|
  Noise.request(i)
  measures << Measure.new(i, i * 1.5, "m#{i}") #<<leak
end
