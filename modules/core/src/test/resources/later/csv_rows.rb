# frozen_string_literal: true
# An import keeps the rows that it could not match, as the CSV library made them.
# TRUTH holder~ Import
# TRUTH class~ CSV::Row
# TRUTH innocent~ Noise
# TRUTH headline~ Import
require_relative 'lib/zoo'
require 'csv'
Zoo.trace
require_relative 'lib/noise'

class Import
  attr_reader :unmatched

  def initialize = @unmatched = [] #<<holder

  def run(text)
    table = CSV.parse(text, headers: true) #<<leak
    table.each { |row| @unmatched.push(row) if row['sku'].start_with?('x') }
  end
end

IMPORT = Import.new

Zoo.run(work: [200]) do |i|
  Noise.request(i)
  IMPORT.run("sku,name\nx#{i},thing #{i}\na#{i},other\n")
end
