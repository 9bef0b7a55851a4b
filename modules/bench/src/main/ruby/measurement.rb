# frozen_string_literal: true

require "etc"
require "tempfile"

module Bench
  # What one run of a whole process took: seconds by the clock, processor seconds, peak resident megabytes.
  Figures = Struct.new(:wall, :cpu, :peak) do
    def self.median(runs)
      new(*%i[wall cpu peak].map { |figure| middle(runs.map(&figure)) })
    end

    def self.middle(values)
      values.sort[values.size / 2]
    end

    def to_a
      [format("%.2f", wall), format("%.2f", cpu), format("%.0f", peak)]
    end
  end

  # Runs commands as cold processes, several taking turns, so that what else the machine does hits all alike.
  class Measurement
    JAVA = ENV["JAVA_HOME"] ? File.join(ENV["JAVA_HOME"], "bin/java") : "java"
    MEMDUMP = File.join(HOME, "memdump")

    def self.walk(dump)
      classes = "#{Dir[File.join(HOME, "modules/bench/target/memdump-bench-*.jar")].first}:" +
                File.join(HOME, "modules/bench/target/lib/*")
      [{}, JAVA, "-XX:+UseParallelGC", "-Xmx2g", "-cp", classes, "io.github.memdump.bench.ColdLoad", "walk", dump, "once"]
    end

    def self.memdump(*arguments, **environment)
      [environment.transform_keys(&:to_s), MEMDUMP, *arguments]
    end

    # A Java program that does nothing, started as the launcher starts a command on a small dump, without its archive.
    def self.empty
      classes = Dir[File.join(HOME, "modules/bench/target/memdump-bench-*.jar")].first
      [{}, JAVA, "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=70", "-Djava.awt.headless=true",
       "-cp", classes, "io.github.memdump.bench.Nothing"]
    end

    # Returns for each command the figures of all its runs, in the order of the rounds.
    def self.taking_turns(rounds, *commands)
      results = commands.map { [] }
      rounds.times { commands.each_with_index { |command, i| results[i] << once(command) } }
      results
    end

    # Returns the figures of one run, or raises.
    def self.once(command)
      environment, *words = command
      cpu = nil
      Tempfile.create("figures") do |figures|
        Tempfile.create("errors") do |errors|
          before = Process.times
          done = system(environment, "/usr/bin/time", "-f", "%e %M", "-o", figures.path, *words,
                        out: File::NULL, err: errors.path)
          # GNU time knows hundredths of a second, which are a tenth of what an empty Java program takes.
          cpu = %i[cutime cstime].sum { |part| Process.times[part] - before[part] }
          raise Failure, "GNU time is not there: apt-get install time" if done.nil?
          raise Failure, "#{words.join(" ")} failed: #{File.read(errors.path)[0, 600]}" unless done
        end
        wall, kilobytes = File.readlines(figures.path).last.split.map(&:to_f)
        return Figures.new(wall, cpu, kilobytes / 1024)
      end
    end
  end
end
