# frozen_string_literal: true

# Leaks: a middleware keeps each environment, and a global variable the middleware.
require 'rack'
require_relative '../known/harness'

class Recorder
  def initialize(app) = (@app = app; @last = {})

  def call(env)
    @last[env['HTTP_X_REQUEST_ID']] = env
    @app.call(env)
  end
end

$stack = Recorder.new(->(_env) { [200, {}, ['ok']] })
Harness.run do |i|
  Healthy.request(i)
  $stack.call(Rack::MockRequest.env_for("/items/#{i}", 'HTTP_X_REQUEST_ID' => "r#{i}"))
end
