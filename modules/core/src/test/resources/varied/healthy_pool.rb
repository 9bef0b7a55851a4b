# frozen_string_literal: true
# TRUTH none
require_relative 'lib/zoo'
require 'logger'
require 'stringio'
Zoo.trace
require_relative 'lib/noise'

# Connections that are replaced when they are old, each with a log that is cut.
class Rotating
  Connection = Struct.new(:born, :log, :logger, :statements)

  def initialize = @connections = []

  def use(now)
    @connections.reject! { |connection| now - connection.born > 25 }
    @connections << open(now) while @connections.size < 12
    chosen = @connections[now % 12]
    chosen.logger.info("query #{now}")
    chosen.log.truncate(0) if chosen.log.size > 400
    chosen.statements[now % 10] ||= "select #{now}"
  end

  def open(now)
    log = StringIO.new
    Connection.new(now, log, Logger.new(log), {})
  end
end

CONNECTIONS = Rotating.new
Zoo.run(warm: 80, work: [300]) do |i|
  Noise.request(i)
  CONNECTIONS.use(i)
end
