# frozen_string_literal: true
# Counters in buckets of a sliding window, a report that is built anew, two buffers that change places.
# TRUTH none
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

class Window
  Bucket = Struct.new(:counts, :samples)

  def initialize(length) = (@length = length; @buckets = {})

  def add(tick, name)
    bucket = @buckets[tick / 5] ||= Bucket.new(Hash.new(0), [])
    bucket.counts[name] += 1
    bucket.samples << "sample #{tick}"
    @buckets.delete_if { |at, _| at < tick / 5 - @length }
  end
end

class Buffers
  def initialize = (@front = []; @back = [])

  def <<(line)
    @back << line
    @front, @back = @back, [] if @back.size >= 60
  end
end

WINDOW = Window.new(9)
BUFFERS = Buffers.new

module Report
  def self.build(i) = @last = Array.new(40) { |n| { 'row' => n, 'text' => "row #{n} of #{i}" } }
end

Zoo.run(warm: 130, work: [260]) do |i|
  Noise.request(i)
  WINDOW.add(i, "metric #{i % 12}")
  BUFFERS << "line #{i}"
  Report.build(i)
end
