# frozen_string_literal: true
# TRUTH holder~ Suggest
# TRUTH class~ Node
# TRUTH innocent~ Noise
# TRUTH headline~ Suggest
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

# What users type, as a tree of letters: objects gather nowhere in one container.
class Suggest
  class Node
    attr_reader :next
    def initialize = @next = {} #<<leak2
  end
  def initialize = @top = Node.new
  def learn(word)
    node = @top
    word.each_char { |c| node = (node.next[c] ||= Node.new) } #<<leak
  end
end
SUGGEST = Suggest.new
Zoo.run(work: [200]) do |i|
  Noise.request(i)
  SUGGEST.learn((i * 7919 % 100_000).to_s)
end
