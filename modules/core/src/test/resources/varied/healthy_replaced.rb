# frozen_string_literal: true
# TRUTH none
require_relative 'lib/zoo'
require 'json'
Zoo.trace
require_relative 'lib/noise'

# A snapshot of the catalogue that is parsed anew now and then, and a list that is sorted and replaced.
class Catalogue
  def refresh(number)
    @data = JSON.parse(JSON.generate((0...120).map { |i| { id: i, title: "t#{number}-#{i}" } }))
    @index = @data.to_h { |row| [row['id'], row] }
  end
end
CATALOGUE = Catalogue.new
Zoo.run(warm: 60, work: [240]) do |i|
  Noise.request(i)
  CATALOGUE.refresh(i) if (i % 20).zero?
end
