# frozen_string_literal: true
# TRUTH none
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

# A module that memoizes, over keys of which there are few, all met early; values are made anew every fifty requests.
module Prices
  @memo = {}

  def self.of(number, unit)
    @memo.clear if (unit % 50).zero?
    40.times { |i| @memo[i] ||= { 'sku' => "sku-#{i}", 'price' => "#{i * unit}" } }
    @memo[number % 40]
  end
end

Zoo.run(warm: 60, work: [310]) do |i|
  Noise.request(i)
  Prices.of(i, i)
end
