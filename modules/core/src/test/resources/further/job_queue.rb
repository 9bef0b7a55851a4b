# frozen_string_literal: true

# Healthy: jobs go through a queue; a few wait at any time, results are kept for the last forty.
require_relative '../known/harness'

class Jobs
  Job = Struct.new(:name, :arguments)

  def initialize = (@queue = Queue.new; @results = [])

  def submit(number)
    @queue << Job.new("job #{number}", { 'id' => number, 'tags' => ["t#{number}"] })
    return if @queue.size < 8

    job = @queue.pop
    @results << "#{job.name} done"
    @results.shift if @results.size > 40
  end
end

JOBS = Jobs.new
Harness.run(warm: 60) do |i|
  Healthy.request(i)
  JOBS.submit(i)
end
