# frozen_string_literal: true
# TRUTH holder~ Ledger
# TRUTH class~ Hash
# TRUTH innocent~ Noise
# TRUTH headline~ Ledger
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

# A Hash of integers to integers: no new objects, only its table grows.
module Ledger
  @seen = {} #<<holder
  def self.note(number) = 20.times { |n| @seen[number * 100 + n] = n }
end
Zoo.run do |i|
  Noise.request(i)
  Ledger.note(i)
end
