# frozen_string_literal: true

# A class of ActiveRecord for each request.
require 'active_record'
require_relative 'harness'

ActiveRecord::Base.establish_connection(adapter: 'sqlite3', database: ':memory:')
ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define { create_table(:orders) { |t| t.string :name } }

class Reports
  def self.table(name) = (@tables ||= []) << Class.new(ActiveRecord::Base) { self.table_name = name }
end

Harness.run(warm: 12, work: [40]) do |i|
  Healthy.request(i)
  Reports.table('orders')
end
