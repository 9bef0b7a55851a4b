# frozen_string_literal: true

# A process like one that runs Rails: some hundred classes in files of their own, records with attribute hashes,
# strings, associations, callbacks (procs), structs, caches that grow, and everything allocated under tracing.
# It writes a dump each time it has grown to a given number of objects:
#
#   ruby grown_process.rb 500000 before.json 1000000 after.json
#
# About 330 bytes of dump and 220 bytes of Ruby's memory an object. The same arguments give the same kinds and numbers
# of objects; addresses differ from run to run.
require "objspace"
require "set"

CLASSES = 240
# Beside a record: its attributes, strings, association, tags, and every few records a callback, an address, a draft.
OBJECTS_PER_RECORD = 14.44
# What Ruby itself and this script come with.
BASE_OBJECTS = 32_000
FOLDER = "/app/models"
WORDS = %w[order invoice customer address shipment payment product category discount session cart review].freeze

Address = Struct.new(:street, :city, :owner)
CACHE = {}
LISTENERS = []
LATEST = []

module Changes
  def changed(seen)
    ->(value) { seen << value if value != @attributes[:state] }
  end
end

def source_of(number)
  <<~RUBY
    class #{WORDS[number % 12].capitalize}Record#{number}
      include Changes
      attr_reader :attributes, :peers
      attr_accessor :address, :draft, :callback

      def initialize(id, peer)
        @attributes = attributes_of(id)
        @peers = peer ? [peer, peer.peers, id] : [id]
        @tags = tags_of(id)
      end

      def attributes_of(id)
        {id: id, name: "#{WORDS[number % 12]} number \#{id}", email: "user.\#{id}@example.org",
         state: STATES[id % 5], body: "x" * (id % 60), total: id * 1.25, note: nil}
      end

      def tags_of(id)
        [id.to_s, "tag \#{id % 977}", {by: "worker \#{id % 31}", at: id.to_s(36)}]
      end

      def extras(id)
        self.callback = changed(@tags) if id % 4 == 0
        self.address = Address.new("\#{id} Long Street", "City \#{id % 997}", self) if id % 5 == 0
        self.draft = Set[id.to_s, :draft, @attributes] if id % 9 == 0
      end
    end
  RUBY
end

STATES = %w[new paid packed sent returned].freeze

def grow_to(objects, random)
  wanted = (objects - BASE_OBJECTS) / OBJECTS_PER_RECORD
  while LATEST.size < wanted
    id = LATEST.size
    peer = id.positive? && id % 3 != 0 ? LATEST[random.rand(id)] : nil
    record = RECORDS[(id / 7) % CLASSES].new(id, peer)
    record.extras(id)
    LATEST << record
    (CACHE[id % 2003] ||= {})["key/#{id}"] = record
    LISTENERS << record.callback if record.callback
    GC.start(full_mark: false) if id % 20_000 == 19_999
  end
end

abort "usage: ruby grown_process.rb OBJECTS FILE [OBJECTS FILE ...]" if ARGV.empty? || ARGV.size.odd?
ObjectSpace.trace_object_allocations_start
RECORDS = Array.new(CLASSES) do |number|
  name = WORDS[number % 12]
  Object.class_eval(source_of(number), "#{FOLDER}/#{name}_#{number}.rb", 1)
  Object.const_get("#{name.capitalize}Record#{number}")
end
random = Random.new(20_231)
ARGV.each_slice(2) do |objects, file|
  grow_to(Integer(objects), random)
  GC.start
  File.open("#{file}.part", "w") { |out| ObjectSpace.dump_all(output: out) }
  File.rename("#{file}.part", file)
end
