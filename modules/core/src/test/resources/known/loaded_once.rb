# frozen_string_literal: true

# Not a leak: a file that is loaded on first use, between the dumps, and keeps a table.
require_relative 'harness'

autoload :Countries, "#{__dir__}/plugins/countries.rb"

Harness.run do |i|
  Healthy.request(i)
  Countries.name_of(i) if i > 100
end
