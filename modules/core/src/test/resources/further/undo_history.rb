# frozen_string_literal: true

# Leaks: each state keeps the one before it.
require_relative '../known/harness'

class Editor
  State = Struct.new(:text, :previous)

  def type(word)
    @state = State.new("#{word} " * 5, @state)
  end
end

EDITOR = Editor.new
Harness.run(warm: 60, work: [400]) do |i|
  Healthy.request(i)
  EDITOR.type("word#{i}")
end
