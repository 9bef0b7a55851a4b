# frozen_string_literal: true

# Runs programs and packs their dumps, without values of strings: ruby make.rb OUT NAME.rb…
# OUT/NAME.gz has the records of all dumps, in front of each a digit whose bits say in which dumps it is.
require 'tmpdir'
require 'zlib'

out = ARGV.shift
ARGV.each do |program|
  name = File.basename(program, '.rb')
  Dir.mktmpdir do |dir|
    options = File.read(program).match?(/^require '(concurrent|active|rack|sequel|mail)/) ? [] : ['--disable-gems']
    system({ 'LEAK_OUT' => dir }, 'ruby', *options, program) || abort("#{program} failed")
    bits = Hash.new(0)
    Dir["#{dir}/#{name}-*.json"].sort.each_with_index do |dump, index|
      File.foreach(dump) do |line|
        line = line.chomp.gsub(/, "(?:value|encoding|coderange)":"(?:[^"\\]|\\.)*"/, '')
        line = line.sub(/, "flags":\{[^}]*\}/, '').gsub(%r{"file":"[^"]*/([^"/]*\.rb)"}) do |file|
          file.include?('/lib/ruby/') || file.include?('/gems/') || file.include?('vendor_ruby') ? file : "\"file\":\"#{$1}\""
        end
        bits[line] |= 1 << index
      end
    end
    Zlib::GzipWriter.open("#{out}/#{name}.gz", 9) do |gz|
      gz.mtime = 1
      # Of a program with gems, code and strings that are in all dumps are left out: they are most of it.
      all = options.empty? ? bits.values.max : 0
      bits.each { |line, bit| gz.puts("#{bit}#{line}") unless bit == all && line.match?(/"type":"(IMEMO|STRING)"/) }
    end
  end
end
