# frozen_string_literal: true
# A presenter class is made anew for each call, by the library, and stays in the list of its superclass.
# TRUTH holder~ Presenter|Base
# TRUTH class~ Class|ment|IMEMO|Array|CLASS
# TRUTH innocent~ Noise
# TRUTH headline~ Presenter|Base
require_relative 'lib/zoo'
require 'delegate'
Zoo.trace
require_relative 'lib/noise'

class Account
  def initialize(i) = @name = "account #{i}"
  attr_reader :name
end

module Presenter
  MADE = {} #<<holder

  def self.of(account, i)
    MADE[i] = DelegateClass(Account) #<<leak
    MADE[i].new(account)
  end
end

Zoo.run(warm: 30, work: [90]) do |i|
  Noise.request(i)
  Presenter.of(Account.new(i), i).name
end
