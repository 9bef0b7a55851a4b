# frozen_string_literal: true
# Patterns made of user input are memoized by a default block and never dropped.
# TRUTH holder~ Matcher
# TRUTH class~ Regexp
# TRUTH innocent~ Noise
# TRUTH headline~ Matcher
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

class Matcher
  PATTERNS = Hash.new { |memo, term| memo[term] = Regexp.new(Regexp.escape(term)) } #<<leak

  def self.match?(term, text) = PATTERNS[term].match?(text)
end

Zoo.run(work: [260]) do |i|
  Noise.request(i)
  Matcher.match?("term #{i}", 'some text')
end
