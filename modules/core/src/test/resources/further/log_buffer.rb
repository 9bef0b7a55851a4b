# frozen_string_literal: true

# Leaks memory, not objects: a logger writes into a StringIO that nobody reads.
require 'stringio'
require 'logger'
require_relative '../known/harness'

module Audit
  LOGGER = Logger.new(StringIO.new)
end

Harness.run do |i|
  Healthy.request(i)
  Audit::LOGGER.info("request #{i} was served in #{i % 7} ms by worker #{i % 3} " * 4)
end
