# frozen_string_literal: true

require "etc"

# The order of things: make the dumps, build, measure part by part, print the table.
module Bench
  class Failure < StandardError; end

  PARTS = %w[start load rate main keepalive second large flat].freeze
  HOME = File.expand_path("../../../../..", __dir__)
  HEADINGS = ["part", "what", "wall s", "CPU s", "peak MB", "beside", "target", "met"].freeze

  def self.run(objects:, only:, rounds:, dumps: nil, make_only: false)
    sizes = chosen(objects, Dumps::SIZES.keys, "size")
    parts = chosen(only, PARTS, "part")
    made = Dumps.new(dumps || File.join(HOME, "modules/bench/target/dumps"), sizes)
    made.make(parts)
    return if make_only

    build
    puts machine, "", line(HEADINGS), line(HEADINGS.map { "---" })
    measured = Parts.new(made, rounds)
    parts.each { |part| measured.public_send(part) { |*cells| puts line(cells) } }
  end

  # Returns whether nothing grows faster than its heap. One processor: a command then does its work on one thread.
  def self.scaling(size:, shapes: "all", calls: "")
    build
    classes = File.join(HOME, "modules/bench/target/memdump-bench-*.jar")
    puts machine, ""
    $stdout.flush
    system(Measurement::JAVA, "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true",
           "--add-opens", "java.base/java.net=ALL-UNNAMED",
           "-cp", "#{Dir[classes].first}:#{File.join(HOME, "modules/bench/target/lib/*")}",
           "io.github.memdump.bench.scaling.Scaling", size.to_s, shapes, calls)
  end

  def self.chosen(list, known, what)
    wanted = list.split(",").map(&:strip)
    odd = wanted - known
    raise Failure, "there is no #{what} #{odd.join(", ")}; choose of #{known.join(", ")}" if odd.any? || wanted.empty?

    known & wanted
  end

  def self.line(cells)
    $stdout.flush
    "| #{cells.join(" | ")} |"
  end

  # The command builds itself; the module of the token walk is built here.
  def self.build
    jar = Dir[File.join(HOME, "modules/bench/target/memdump-bench-*.jar")].first
    sources = Dir[File.join(HOME, "modules/{bench,core,cli}/src/main/java/**/*.java")]
    if jar.nil? || sources.any? { |source| File.mtime(source) > File.mtime(jar) }
      warn "bench: building"
      system("mvn", "-q", "-B", "-f", File.join(HOME, "pom.xml"), "-pl", "modules/bench", "-am", "package",
             "-Dmaven.test.skip=true", "-Dcheckstyle.skip=true", out: :err) || raise(Failure, "mvn failed")
    end
    system(File.join(HOME, "memdump"), "--version", out: File::NULL) || raise(Failure, "./memdump does not run")
  end

  def self.machine
    cpu = File.read("/proc/cpuinfo")[/^model name\s*:\s*(.*)/, 1] || "unknown processor"
    memory = File.read("/proc/meminfo")[/^MemTotal:\s*(\d+)/, 1].to_i / 1024 / 1024
    java = `#{Measurement::JAVA} -version 2>&1`[/version "([^"]+)"/, 1]
    "#{Time.now.utc.strftime("%F %R")} UTC, #{Etc.nprocessors} × #{cpu}, #{memory + 1} GB, Java #{java}, " \
      "load #{File.read("/proc/loadavg").split.first} at the beginning"
  end
end

require_relative "dumps"
require_relative "measurement"
require_relative "parts"
