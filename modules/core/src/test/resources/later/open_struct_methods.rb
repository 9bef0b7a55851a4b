# frozen_string_literal: true
# Preferences are OpenStructs, each with methods of its own, in a queue of undo steps that nobody trims.
# TRUTH holder~ History
# TRUTH class~ OpenStruct
# TRUTH innocent~ Noise
# TRUTH headline~ History
require_relative 'lib/zoo'
require 'ostruct'
Zoo.trace
require_relative 'lib/noise'

module History
  def self.steps = @steps ||= [] #<<holder

  def self.push(i) = steps << OpenStruct.new(theme: "theme #{i % 7}", size: i) #<<leak
end

Zoo.run(work: [180]) do |i|
  Noise.request(i)
  step = History.push(i).last
  step.size += 1
end
