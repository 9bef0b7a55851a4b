# frozen_string_literal: true

require "fileutils"

module Bench
  # The dumps, made by processes that grow (grown_process.rb); a dump that is there is used again.
  class Dumps
    # The number of objects, and what the same process is dumped at before.
    SIZES = {"1M" => [1_000_000, nil], "5M" => [5_300_000, nil], "20M" => [20_000_000, 16_000_000]}.freeze
    PAIR = [550_000, 1_100_000].freeze
    USING_PAIR = %w[rate main].freeze

    attr_reader :sizes

    def initialize(folder, sizes)
      @folder = folder
      @sizes = sizes
    end

    def make(parts)
      FileUtils.mkdir_p(@folder)
      grow([PAIR[0], before], [PAIR[1], after]) if (parts & USING_PAIR).any?
      @sizes.each do |size|
        objects, earlier = SIZES[size]
        grow(*[earlier && [earlier, earlier_than(size)], [objects, of(size)]].compact)
      end
    end

    def of(size)
      File.join(@folder, "#{size}.json")
    end

    def earlier_than(size)
      File.join(@folder, "#{size}.before.json")
    end

    def before
      File.join(@folder, "before.json")
    end

    def after
      File.join(@folder, "after.json")
    end

    private

    def grow(*steps)
      return if steps.all? { |_, file| File.exist?(file) }

      warn "bench: making #{steps.map { |_, file| file }.join(", ")}"
      system(RbConfig.ruby, File.join(__dir__, "grown_process.rb"), *steps.flatten.map(&:to_s)) ||
        raise(Failure, "Ruby could not make the dumps; 20M objects take 4 GB of memory and 13 GB of disk")
    end
  end
end
