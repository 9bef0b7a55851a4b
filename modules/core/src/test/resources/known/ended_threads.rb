# frozen_string_literal: true

# Threads that have ended and are still in a list, each with its result.
require_relative 'harness'

class Crawler
  STARTED = []

  def fetch(url)
    STARTED << Thread.new { { url => "body of #{url}" * 3 } }
    STARTED.last.join
  end
end

crawler = Crawler.new
Harness.run do |i|
  Healthy.request(i)
  crawler.fetch("/feed/#{i}")
end
