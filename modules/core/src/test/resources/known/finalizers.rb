# frozen_string_literal: true

# A finalizer whose block captures the object that it is for.
require_relative 'harness'

class Scratch
  def initialize(number)
    @path = "/tmp/scratch-#{number}"
    @buffer = Array.new(6) { |i| "chunk #{number}.#{i}" }
    ObjectSpace.define_finalizer(self, proc { File.delete(@path) if File.exist?(@path) })
  end
end

Harness.run do |i|
  Healthy.request(i)
  Scratch.new(i)
end
