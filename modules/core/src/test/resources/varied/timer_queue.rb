# frozen_string_literal: true
# TRUTH holder~ Scheduler
# TRUTH class~ Entry|Proc
# TRUTH innocent~ Noise
# TRUTH headline~ Scheduler
require_relative 'lib/zoo'
require 'monitor'
Zoo.trace
require_relative 'lib/noise'

# Deadlines far in the future, sorted; a thread sleeps until the first of them.
class Scheduler
  Entry = Struct.new(:at, :block)
  def initialize
    @lock = Monitor.new
    @entries = [] #<<holder
    @thread = Thread.new { sleep }
  end

  def after(seconds, &block)
    @lock.synchronize do
      @entries << Entry.new(seconds, block) #<<leak
      @entries.sort_by!(&:at)
    end
  end
end
SCHEDULER = Scheduler.new
class Lease
  def initialize(number)
    @name = "lease #{number}"
    SCHEDULER.after(3600 + number) { @name.size } #<<leak2
  end
end
Zoo.run(work: [220]) do |i|
  Noise.request(i)
  Lease.new(i)
end
