# frozen_string_literal: true

# Leaks: enumerators that were begun and are never finished, each with a fiber.
require_relative '../known/harness'

class Paging
  def initialize = @cursors = {}

  def open(client)
    rows = Array.new(10) { |i| "row #{client}.#{i}" }
    @cursors[client] = rows.each
    @cursors[client].next
  end
end

PAGING = Paging.new
Harness.run(warm: 20, work: [80]) do |i|
  Healthy.request(i)
  PAGING.open("client#{i}")
end
