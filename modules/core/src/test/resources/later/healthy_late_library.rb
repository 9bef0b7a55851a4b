# frozen_string_literal: true
# A library that is loaded by the first request that needs it, fifteen templates compiled once each, a mime table.
# TRUTH none
require_relative 'lib/zoo'
require 'erb'
Zoo.trace
require_relative 'lib/noise'

module Pages
  CODE = {}

  def self.render(name, value)
    code = CODE[name] ||= ERB.new("<p>#{name}: <%= value %></p>").tap { |erb| erb.def_method(Pages, "render_#{name}(value)") }
    Object.new.extend(Pages).public_send("render_#{name}", value) if code
  end
end

module Feed
  def self.parse(text)
    require 'rexml/document'
    REXML::Document.new(text).root.elements.to_a('item').size
  end
end

Zoo.run(warm: 60, work: [240]) do |i|
  Noise.request(i)
  Pages.render("page#{i % 15}", i) if i < 75
  Feed.parse("<feed><item>#{i}</item></feed>") if i > 100 && (i % 40).zero?
end
