# frozen_string_literal: true
# TRUTH holder~ Signals
# TRUTH class~ Method|Cart
# TRUTH innocent~ Noise
# TRUTH headline~ Signals
require_relative 'lib/zoo'
require 'forwardable'
Zoo.trace
require_relative 'lib/noise'

# Method objects as callbacks; each keeps its receiver.
module Signals
  @handlers = Hash.new { |all, name| all[name] = [] } #<<holder

  def self.on(name, handler) = @handlers[name] << handler
end

class Cart
  extend Forwardable
  def_delegators :@lines, :<<, :size

  def initialize(number)
    @lines = Array.new(4) { |i| "line #{number}.#{i}" }
    Signals.on(:price_changed, method(:reprice)) #<<leak
  end

  def reprice = @lines.clear
end

Zoo.run(work: [250]) do |i|
  Noise.request(i)
  Cart.new(i) #<<leak2
end
