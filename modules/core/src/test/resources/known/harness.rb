# frozen_string_literal: true

# Harness of the programs beside it: warm-up, dump, work, dump. `ruby make.rb OUT NAME.rb…` runs and packs them.
require 'objspace'

module Harness
  OUT = ENV.fetch('LEAK_OUT')
  NAME = File.basename($PROGRAM_NAME, '.rb')

  module_function

  def dump(number)
    path = number.zero? ? File::NULL : "#{OUT}/#{NAME}-#{number}.json"
    4.times { GC.start }
    File.open(path, 'w') { |io| ObjectSpace.dump_all(output: io) }
  end

  # Requests 1..warm, dump 1, then for each number in work so many more and a dump.
  def run(warm: 40, work: [200])
    request = 0
    warm.times { yield(request += 1) }
    dump(0)
    dump(1)
    work.each_with_index do |times, index|
      times.times { yield(request += 1) }
      dump(index + 2)
    end
  end
end

# A healthy cache that evicts, and a log of the last lines.
module Healthy
  PAGES = {}
  LOG = []

  module_function

  def request(number)
    PAGES.shift if PAGES.size >= 50
    PAGES["/page/#{number}"] = "<p>#{'text ' * 10}#{number}</p>"
    LOG << "#{number} GET"
    LOG.shift if LOG.size > 60
  end
end

ObjectSpace.trace_object_allocations_start
