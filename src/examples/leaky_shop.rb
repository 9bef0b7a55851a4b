# frozen_string_literal: true

# A small web shop that leaks, and two dumps of its heap: before.json and after.json in the current directory.
#
# Two things go wrong: SessionStore#logout marks a session as ended and keeps it, and no session ever takes its
# callback back from the EventBus. Everything else that grows here is healthy: orders are the business itself, and the
# page cache replaces old pages by new ones.

require 'objspace'
ObjectSpace.trace_object_allocations_start

module Shop
  Product = Struct.new(:sku, :title, :cents)

  class LineItem
    def initialize(product, quantity, note)
      @product = product
      @quantity = quantity
      @note = note
    end

    def cents = @product.cents * @quantity
  end

  class Cart
    attr_reader :items

    def initialize
      @items = []
    end

    def add(product, quantity)
      @items << LineItem.new(product, quantity, "#{quantity} x #{product.title}, gift wrapped")
    end

    def total = @total ||= @items.sum(&:cents)

    def reprice = @total = nil
  end

  class Customer
    attr_reader :name

    def initialize(number)
      @name = "Customer No. #{number}"
      @email = "customer-#{number}@mail.example"
    end
  end

  # Publishes price changes to whoever subscribed.
  class EventBus
    def initialize
      @listeners = []
    end

    def subscribe(&listener)
      @listeners << listener
      listener
    end

    def unsubscribe(listener) = @listeners.delete(listener)

    def publish(event) = @listeners.each { |listener| listener.call(event) }
  end

  class Session
    attr_reader :cart, :customer

    def initialize(customer, events)
      @customer = customer
      @cart = Cart.new
      @token = "token-#{customer.name.sum.to_s(36)}-#{'0123456789abcdef' * 2}"
      @on_price_change = events.subscribe { |_product| cart.reprice }
      @active = true
    end

    def end = @active = false
  end

  # All sessions by the number of the visit.
  class SessionStore
    def initialize
      @sessions = {}
    end

    def login(visit, session) = @sessions[visit] = session

    # The leak: it should also delete the session, and unsubscribe its callback.
    def logout(visit) = @sessions[visit].end
  end

  # Rendered pages, the last few only: it changes all the time and does not grow.
  class PageCache
    LIMIT = 24

    def initialize
      @pages = {}
    end

    def fetch(path)
      @pages.shift while @pages.size >= LIMIT
      @pages[path] ||= yield
    end
  end

  # What was bought: it grows with the business.
  class Order
    def initialize(number, customer, cents)
      @number = number
      @customer_name = customer.name.dup
      @cents = cents
    end
  end

  CATALOG = Array.new(40) { |i| Product.new("SKU-#{1000 + i}", "Teapot, model #{i}", 1900 + 50 * i) }
  EVENTS = EventBus.new
  SESSIONS = SessionStore.new
  PAGES = PageCache.new
  ORDERS = []

  module_function

  def visit(number, random)
    session = SESSIONS.login(number, Session.new(Customer.new(number), EVENTS))
    (1 + random.rand(4)).times { session.cart.add(browse(random), 1 + random.rand(3)) }
    ORDERS << Order.new(number, session.customer, session.cart.total) if (number % 12).zero?
    EVENTS.publish(CATALOG.sample(random: random)) if (number % 20).zero?
    SESSIONS.logout(number) unless (number % 10).zero?
  end

  def browse(random)
    product = CATALOG.sample(random: random)
    PAGES.fetch("/teapots/#{product.sku}") { "<h1>#{product.title}</h1>#{'<p>A fine teapot.</p>' * 20}" }
    product
  end

  # Behind the dump it writes the names that only the process knows, as `memdump dump` does: the lambda of Memdump's
  # names.rb may take 6 % of a minute for them.
  def dump(file, names)
    3.times { GC.start }
    File.open(file, 'w') do |io|
      ObjectSpace.dump_all(output: io)
      names.call(io, 60)
    end
  end
end

def code(file) = eval(File.read(file))

names = code('names.rb')
random = Random.new(2024)
(1..60).each { |number| Shop.visit(number, random) }
Shop.dump(File::NULL, names) # what dumping itself allocates should not look new
Shop.dump('before.json', names)
(61..300).each { |number| Shop.visit(number, random) }
Shop.dump('after.json', names)
