# frozen_string_literal: true

# A file that is loaded for each request, and registers what it registered before.
require_relative 'harness'

module Hooks
  LIST = Hash.new { |all, event| all[event] = [] }
  def self.on(event, &block) = LIST[event] << block
end

Harness.run do |i|
  Healthy.request(i)
  load "#{__dir__}/plugins/audit.rb"
end
