# frozen_string_literal: true

require "tmpdir"

module Bench
  # The parts of the benchmark, one method each; a part yields the cells of its rows.
  class Parts
    MEGABYTE = 1024 * 1024
    # A start is short, and one alone says little.
    STARTS = 15

    def initialize(dumps, rounds)
      @dumps = dumps
      @rounds = rounds
      @no_index = `#{Measurement::MEMDUMP} stats --help`.include?("--no-index") ? ["--no-index"] : []
    end

    # What starting takes, beside an empty Java program: processor time, for the clock says more of the machine.
    def start
      archive
      example = File.join(HOME, "src/examples/after.json.gz")
      names = {"an empty Java program" => nil, "--version" => 3, "stats of the example" => 5}
      commands = [Measurement.empty, Measurement.memdump("--version"), Measurement.memdump("stats", example)]
      all = Measurement.taking_turns([@rounds, STARTS].max, *commands)
      names.zip(all) do |(name, most), runs|
        times = Figures.middle(runs.zip(all.first).map { |one, empty| one.cpu / empty.cpu })
        yield row("start", name, Figures.median(runs), beside: most ? format("%.1f × an empty program's CPU", times) : "",
                  target: most ? "≤ #{most} ×" : "", met: most && times <= most)
      end
    end

    # Loading and dominators.
    def load
      wanted("5M") do |dump|
        walk, command = medians(@rounds, Measurement.walk(dump), cold("dominators", "--top", "5", dump))
        yield row("load", "plain Jackson token walk, #{size(dump)}", walk)
        yield row("load", "load and dominators, #{size(dump)}", command, beside: ratio(command, walk, "the walk"),
                  target: "≤ 8 s, ≤ 1100 MB", met: meant("5M", command.wall <= 8 && command.peak <= 1100))
      end
    end

    # The rate at which dumps get into the engine, beside the walk.
    def rate
      [@dumps.after, *("5M" if @dumps.sizes.include?("5M"))&.then { |s| @dumps.of(s) }].compact.each do |dump|
        walks, loads = Measurement.taking_turns(@rounds, Measurement.walk(dump), cold("stats", "--top", "5", dump))
        times = Figures.middle(walks.zip(loads).map { |walk, one| walk.wall / one.wall })
        rates = [walks, loads].map { |runs| (File.size(dump) / 1e6 / Figures.median(runs).wall).round }
        yield row("rate", "stats, #{size(dump)}", Figures.median(loads),
                  beside: format("%.2f × the rate of the walk (%d to %d MB/s)", times, rates[1], rates[0]),
                  target: "≥ 0.9 × the walk", met: times >= 0.9)
        beside_lines(dump) { |*cells| yield(*cells) }
      end
    end

    # The main job.
    def main
      both = [@dumps.before, @dumps.after]
      command, = medians(@rounds, cold("border", "--top", "5", *both))
      yield row("main", "border, #{both.map { |dump| size(dump) }.join(" → ")}", command,
                target: "≤ 4 s, ≤ 600 MB", met: command.wall <= 4 && command.peak <= 600)
    end

    # Keep-alive of every object: what the column adds to the same table, beside a load.
    def keepalive
      wanted("5M") do |dump|
        stats, plain, counted = medians(@rounds, cold("stats", "--top", "5", dump),
                                        cold("table", "--columns", "object", "-o", File::NULL, dump),
                                        cold("table", "--columns", "object,keepalive_count", "-o", File::NULL, dump))
        added = counted.wall - plain.wall
        yield row("keepalive", "stats, #{size(dump)}", stats)
        yield row("keepalive", "keep-alive of all objects: + #{format("%.2f", added)} s", counted,
                  beside: format("%.2f × stats", added / stats.wall), target: "≤ the load", met: meant("5M", added <= stats.wall))
      end
    end

    # Opening a dump for the second time.
    def second
      if @no_index.empty?
        warn "bench: this memdump has no index, so a second opening is like the first"
        return
      end
      wanted("5M") do |dump|
        Dir.mktmpdir("index") do |cache|
          command = Measurement.memdump("stats", "--top", "5", dump, MEMDUMP_CACHE: cache)
          first = Measurement.once(command)
          again, = medians(@rounds, command)
          yield row("second", "stats, #{size(dump)}, first opening with index", first)
          yield row("second", "the same again", again,
                    beside: format("%.1f %% of the first, %.1f %% of its CPU", again.wall / first.wall * 100,
                                   again.cpu / first.cpu * 100),
                    target: "≤ 8 %", met: meant("5M", again.wall <= first.wall * 0.08))
        end
      end
    end

    # Dumps far larger than the memory.
    def large(&rows)
      return unless @dumps.sizes.include?("20M")

      dump = @dumps.of("20M")
      {"stats" => [dump], "dominators" => [dump], "diff" => [@dumps.earlier_than("20M"), dump],
       "border" => [@dumps.earlier_than("20M"), dump]}.each { |name, dumps| limited(name, dumps, &rows) }
    end

    # The cost of an object in dumps of all sizes.
    def flat
      %w[stats dominators].each do |name|
        each_object = @dumps.sizes.to_h do |size|
          command, = medians(few(size), cold(name, "--top", "5", @dumps.of(size)))
          millions = Dumps::SIZES[size].first / 1e6
          yield row("flat", "#{name}, #{size(@dumps.of(size))}", command,
                    beside: format("%.2f s, %.2f CPU s per million", command.wall / millions, command.cpu / millions))
          [size, command.wall / millions]
        end
        next if each_object.size < 2

        least, most = each_object.values_at(each_object.keys.first, each_object.keys.last)
        yield row("flat", "#{name}, an object of #{each_object.keys.last} beside one of #{each_object.keys.first}", nil,
                  beside: format("%.2f ×", most / least), target: "≤ 1.25 ×", met: most / least <= 1.25)
      end
    end

    private

    # Reading beside the least that can be done with the file: counting its lines, and unpacking it.
    def beside_lines(dump)
      packed = "#{dump}.gz"
      File.exist?(packed) || system("gzip", "-1", "--keep", dump) || raise(Failure, "gzip could not pack #{dump}")
      [[%w[wc -l], dump, 4.5], [["zcat"], packed, 1]].each do |other, file, most|
        least, stats = Measurement.taking_turns(@rounds, [{}, *other, file], cold("stats", "--top", "5", file))
        times = Figures.middle(least.zip(stats).map { |one, another| another.wall / one.wall })
        yield row("rate", "stats, #{size(file)}#{" packed" if file == packed}", Figures.median(stats),
                  beside: format("%.1f × %s (%.2f s)", times, other.join(" "), Figures.median(least).wall),
                  target: "≤ #{most} ×", met: times <= most)
      end
    end

    # Has the launcher make its archive of classes, and waits for it.
    def archive
      Measurement.once(Measurement.memdump("--version"))
      folder = File.join(ENV["XDG_CACHE_HOME"] || File.join(Dir.home, ".cache"), "memdump/classes")
      sleep 0.5 while Dir[File.join(folder, "*.making")].any?
    end

    def limited(name, dumps)
      figures = Measurement.once(Measurement.memdump(name, *@no_index, "--top", "5", *dumps, MEMDUMP_XMX: "2500m"))
      yield row("large", "#{name}, #{dumps.map { |dump| size(dump) }.join(" → ")}, -Xmx2500m", figures,
                target: "runs", met: true)
    rescue Failure => e
      warn "bench: #{e.message}"
      yield row("large", "#{name}, -Xmx2500m", nil, target: "runs", met: false)
    end

    def cold(name, *arguments)
      Measurement.memdump(name, *@no_index, *arguments)
    end

    def medians(rounds, *commands)
      Measurement.taking_turns(rounds, *commands).map { |runs| Figures.median(runs) }
    end

    def few(size)
      size == "20M" ? [@rounds, 3].min : @rounds
    end

    # Yields the dump of a size, or of the largest below it that is wanted.
    def wanted(size)
      yield @dumps.of(@dumps.sizes.include?(size) ? size : @dumps.sizes.first)
    end

    # A target speaks of a size; a smaller dump neither meets nor misses it.
    def meant(size, met)
      met if @dumps.sizes.include?(size)
    end

    def size(dump)
      "#{(File.size(dump) / 1e6).round} MB"
    end

    def ratio(one, other, name)
      format("%.2f × %s", one.wall / other.wall, name)
    end

    def row(part, what, figures, beside: "", target: "", met: nil)
      [part, what, *(figures ? figures.to_a : ["", "", ""]), beside, target, met.nil? ? "" : met ? "yes" : "no"]
    end
  end
end
