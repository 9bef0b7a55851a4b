# frozen_string_literal: true

# Finds in a test what a block leaves behind each time it runs. MIT licence, part of Memdump for Gephi.
#
#   require "memdump_leak"
#
#   RSpec:     expect { visit }.not_to leak(class: "Session")
#   minitest:  assert_no_leak(class: "Session") { visit }
#
# The block runs a few times to get warm; then the heap is dumped (A), the block runs, the heap is dumped (B), the block
# runs again, and the heap is dumped a third time (A'). What came between A and B and is still there in A' has leaked,
# if there are as many of one class as the block has run: a cache that holds the latest alone is none. The command
# memdump compares the dumps; MEMDUMP says where it is, if not on PATH.
require "json"
require "objspace"
require "open3"
require "tmpdir"

# See the top of the file.
class MemdumpLeak
  # The command is missing or has failed.
  class Failure < StandardError; end

  # One class of objects that have stayed.
  Survivors = Struct.new(:name, :count, :bytes, :sites)

  WARM_UP = 3
  RUNS = 5

  attr_reader :found

  # class::   a name, a Regexp, or an Array of these; without it every class counts
  # warm_up:: how often the block runs before the first dump
  # runs::    how often it runs between two dumps
  # least::   how many objects of a class are a leak (as many as runs)
  # keep::    a folder to leave the three dumps in
  def initialize(class: nil, warm_up: WARM_UP, runs: RUNS, least: nil, keep: nil)
    @classes = [*binding.local_variable_get(:class)]
    @warm_up = warm_up
    @runs = Integer(runs)
    @least = least || @runs
    @keep = keep
    raise ArgumentError, "runs must be 1 or more" if @runs < 1
  end

  # Returns whether the block leaks.
  def leaks?(&block)
    Dir.mktmpdir("memdump") do |folder|
      dumps = take_dumps(@keep || folder, &block)
      @found = survivors(dumps)
    end
    @found.any?
  end

  # Returns what has leaked, for people.
  def message
    return "nothing has leaked" if @found.empty?

    lines = @found.map do |one|
      places = one.sites.map { |site, count| "#{site} (#{count})" }
      "  #{one.name} ×#{one.count}, #{one.bytes} bytes#{", allocated at #{places.join(", ")}" if places.any?}"
    end
    ["#{@runs} runs of the block left behind, after #{@runs} more:", *lines, hint].join("\n")
  end

  private

  def take_dumps(folder, &block)
    dumps = %w[a b c].map { |name| File.join(folder, "#{name}.json") }
    ObjectSpace.trace_object_allocations_start
    @warm_up.times(&block)
    dump(dumps[0])
    dumps.drop(1).each do |file|
      run(&block)
      dump(file)
    end
    dumps
  ensure
    ObjectSpace.trace_object_allocations_stop
  end

  # In a frame of its own, so that the last results of the block lie on no stack that is still in use.
  def run(&block)
    @runs.times { block.call; nil }
  end

  def dump(file)
    4.times { GC.start(full_mark: true, immediate_sweep: true) }
    # Dumps hold every string of the process.
    File.open(file, "w", 0o600) { |io| ObjectSpace.dump_all(output: io) }
  end

  def survivors(dumps)
    answer = memdump("growth", *dumps, "--json", "--no-index")
    answer.fetch("rows").filter_map do |row|
      next if row["survivors"] < @least || !wanted?(row["key"])

      sites = answer.fetch("sites").select { |site| site["class"] == row["key"] && !site["site"].empty? }
      sites.reject! { |site| site["site"].start_with?("#{__FILE__}:") }
      Survivors.new(row["key"], row["survivors"], row["survivors_memsize"],
        sites.first(3).to_h { |site| [site["site"], site["count"]] })
    end
  end

  def wanted?(name)
    return !name.match?(/\A(IMEMO|SHAPE|NONE|ROOT)/) if @classes.empty?

    @classes.any? { |one| one.is_a?(Regexp) ? one.match?(name) : one.to_s == name }
  end

  def memdump(*arguments)
    output, errors, status = Open3.capture3(ENV.fetch("MEMDUMP", "memdump"), *arguments)
    raise Failure, "memdump failed: #{errors.strip}" unless status.success?

    JSON.parse(output)
  rescue Errno::ENOENT
    raise Failure, "There is no memdump on PATH. Set MEMDUMP to the command, as in MEMDUMP=~/memdump-0.1.0/memdump."
  end

  def hint
    return "What holds them: memdump report #{@keep}/a.json #{@keep}/b.json #{@keep}/c.json -o report" if @keep

    "What holds them: give keep: \"FOLDER\", then memdump report FOLDER/a.json FOLDER/b.json FOLDER/c.json -o report"
  end

  # The matcher of RSpec.
  class Matcher
    def initialize(**options)
      @leak = MemdumpLeak.new(**options)
    end

    def supports_block_expectations?
      true
    end

    def supports_value_expectations?
      false
    end

    def matches?(block)
      @leak.leaks?(&block)
    end

    def does_not_match?(block)
      !@leak.leaks?(&block)
    end

    def description
      "leak"
    end

    def failure_message
      "expected the block to leak, but #{@leak.message}"
    end

    def failure_message_when_negated
      "expected no leak, but #{@leak.message}"
    end
  end

  # leak(class: "Session") for RSpec.
  module RSpecMatchers
    def leak(**options)
      Matcher.new(**options)
    end
  end

  # assert_no_leak for minitest.
  module Assertions
    def assert_no_leak(**options, &block)
      leak = MemdumpLeak.new(**options)
      assert !leak.leaks?(&block), -> { "Expected no leak, but #{leak.message}" }
    end
  end
end

RSpec.configure { |config| config.include(MemdumpLeak::RSpecMatchers) } if defined?(RSpec) && RSpec.respond_to?(:configure)
Minitest::Test.include(MemdumpLeak::Assertions) if defined?(Minitest::Test)
