# frozen_string_literal: true

# Each call site remembers the method it called last: the singleton method of an object, and so the object.
require_relative 'harness'

class Report
  def initialize(number) = @rows = Array.new(12) { |i| "row #{number}.#{i}" }
end

# As many places that call as templates have.
module Templates
  300.times { |i| module_eval("def self.render_#{i}(report) = report.title", "templates/#{i}.erb", 1) }
end

Harness.run do |i|
  Healthy.request(i)
  report = Report.new(i)
  report.define_singleton_method(:title) { 'Report' }
  Templates.send(:"render_#{i}", report)
end
