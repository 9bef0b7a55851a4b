# frozen_string_literal: true

# Healthy: sessions that expire; as many come as go.
require_relative '../known/harness'

class Sessions
  Session = Struct.new(:user, :basket, :until)

  def initialize = @all = {}

  def visit(now)
    @all.delete_if { |_, session| session.until < now }
    @all["s#{now}"] = Session.new("user #{now}", Array.new(3) { |i| "item #{now}.#{i}" }, now + 35)
  end
end

SESSIONS = Sessions.new
Harness.run(warm: 60) do |i|
  Healthy.request(i)
  SESSIONS.visit(i)
end
