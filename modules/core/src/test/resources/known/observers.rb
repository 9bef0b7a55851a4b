# frozen_string_literal: true

# Observers that nobody deletes.
require 'observer'
require_relative 'harness'

class Ticker
  include Observable

  def tick(price)
    changed
    notify_observers(price)
  end
end

class Alert
  def initialize(number) = @limit = "limit #{number}"
  def update(price) = @last = price
end

TICKER = Ticker.new
Harness.run do |i|
  Healthy.request(i)
  TICKER.add_observer(Alert.new(i))
  TICKER.tick(i)
end
