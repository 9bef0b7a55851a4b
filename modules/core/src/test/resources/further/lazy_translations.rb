# frozen_string_literal: true

# Healthy: translations of a second language are loaded when somebody asks for them, between the dumps; once.
require 'i18n'
require 'i18n/backend/simple'
require_relative '../known/harness'

class Lazy < I18n::Backend::Simple
  def translations_for(locale)
    (@loaded ||= {})[locale] ||= store_translations(locale, (0...60).to_h { |i| [:"key#{i}", "#{locale} text #{i}"] })
  end
end

I18n.backend = LAZY = Lazy.new
I18n.enforce_available_locales = false
Harness.run(warm: 60) do |i|
  Healthy.request(i)
  LAZY.translations_for(i > 100 ? :de : :en)
end
