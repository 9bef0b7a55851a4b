# frozen_string_literal: true

# Leaks: each upload registers what is to be done at exit.
require_relative '../known/harness'

class Upload
  def initialize(number)
    @parts = Array.new(5) { |i| "part #{number}.#{i}" }
    at_exit { @parts.clear }
  end
end

Harness.run do |i|
  Healthy.request(i)
  Upload.new(i)
end
exit!(0)
