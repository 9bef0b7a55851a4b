# frozen_string_literal: true

# Timers that are set for each request and never cancelled.
require 'concurrent'
require_relative 'harness'

class Session
  def initialize(number)
    @data = { 'id' => number, 'basket' => Array.new(4) { |i| "item #{number}.#{i}" } }
    Concurrent::ScheduledTask.execute(3_600) { expire }
  end

  def expire = @data.clear
end

Harness.run do |i|
  Healthy.request(i)
  Session.new(i)
end
exit!(0)
