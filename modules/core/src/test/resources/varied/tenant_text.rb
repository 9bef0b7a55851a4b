# frozen_string_literal: true
# TRUTH holder~ Journal
# TRUTH class~ String
# TRUTH innocent~ Noise
# TRUTH headline~ Journal
require_relative 'lib/zoo'
Zoo.trace
require_relative 'lib/noise'

# Twenty Strings, all of them old, grow a little with each request.
module Journal
  @texts = Hash.new { |all, tenant| all[tenant] = String.new("journal of #{tenant}\n") } #<<leak

  def self.note(tenant, line) = @texts[tenant] << line
end

Zoo.run(warm: 60, work: [400]) do |i|
  Noise.request(i)
  Journal.note("tenant-#{i % 20}", "event #{i} was seen, nothing was done about it, as ever\n" * 2)
end
