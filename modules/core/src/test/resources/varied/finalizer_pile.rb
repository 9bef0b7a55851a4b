# frozen_string_literal: true
# TRUTH holder~ finalizer
# TRUTH class~ Proc|String
# TRUTH innocent~ Noise
# TRUTH headline~ finalizer
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

# Each request adds a finalizer to an object that lives as long as the process.
class Session
  def cleanup(number)
    path = "/tmp/session-#{number}-" + 'x' * 50
    ObjectSpace.define_finalizer(self, -> (_id) { path.size }) #<<leak
  end
end

SESSION = Session.new
Zoo.run do |i|
  Noise.request(i)
  SESSION.cleanup(i)
end
