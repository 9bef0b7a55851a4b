# frozen_string_literal: true

# Leaks: a cache of templates under ever new keys.
require 'tilt'
require 'tilt/erb'
require_relative '../known/harness'

module Pages
  CACHE = Tilt::Cache.new

  def self.render(number)
    text = "<p>Hello <%= name %>, offer #{number}</p>"
    CACHE.fetch(text) { Tilt::ERBTemplate.new { text } }.render(nil, name: 'you')
  end
end

Harness.run(warm: 30, work: [120]) do |i|
  Healthy.request(i)
  Pages.render(i)
end
