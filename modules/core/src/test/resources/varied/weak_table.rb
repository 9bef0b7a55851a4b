# frozen_string_literal: true
# TRUTH holder~ Tracker
# TRUTH class~ WeakRef
# TRUTH innocent~ Noise
# TRUTH headline~ Tracker
require_relative 'lib/zoo'
require 'weakref'
Zoo.trace
require_relative 'lib/noise'

# The objects die; the weak references to them stay.
class Tracker
  @table = {} #<<holder
  Widget = Struct.new(:name)

  def self.watch(number) = @table[number] = WeakRef.new(Widget.new("widget #{number}")) #<<leak
end

Zoo.run do |i|
  Noise.request(i)
  Tracker.watch(i)
end
