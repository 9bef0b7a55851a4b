# frozen_string_literal: true

Hooks.on(:request) { |number| "audit #{number}" }
