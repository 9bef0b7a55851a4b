# frozen_string_literal: true

# Leaks: each message that was sent stays in a class variable.
require 'mail'
require_relative '../known/harness'

class Notifier
  @@sent = []

  def self.welcome(number)
    message = Mail.new do
      from 'shop@example.com'
      to "user#{number}@example.com"
      subject "Welcome #{number}"
      body "Hello #{number}"
    end
    @@sent << message
  end
end

Harness.run(warm: 30, work: [120]) do |i|
  Healthy.request(i)
  Notifier.welcome(i)
end
