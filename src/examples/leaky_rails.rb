# frozen_string_literal: true

# A Rails application in one file that leaks, and two dumps of its heap: before.json and after.json in the current
# directory. It needs Rails 6.1 or later and SQLite; on Debian: apt-get install ruby-rails ruby-sqlite3
#
# Two things go wrong: the AuditTrail keeps each request that was ever handled, and with it all that the request had
# loaded; and each export subscribes to a notification and never unsubscribes. The rest that grows is healthy: the
# prices are cached, up to a limit.

require 'objspace'
ObjectSpace.trace_object_allocations_start

require 'rails'
require 'active_record/railtie'
require 'action_controller/railtie'
require 'active_job/railtie'
require 'action_mailer/railtie'
require 'rack/mock'

class BlogApplication < Rails::Application
  config.root = __dir__
  config.eager_load = true
  config.logger = Logger.new(nil)
  config.secret_key_base = 'not a secret' * 4
  config.hosts.clear
  routes.append do
    resources :posts, only: %i[index show] do
      post :export, on: :member
    end
  end
end

ENV['DATABASE_URL'] = 'sqlite3::memory:'
Rails.application.initialize!
# Compiled and loaded as in production: some thousand classes of the frameworks.
[ActiveSupport, ActiveModel, ActiveRecord, ActionDispatch, ActionController, ActionView, ActiveJob,
 ActionMailer].each(&:eager_load!)

ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define do
  create_table(:authors) { |t| t.string :name }
  create_table(:posts) do |t|
    t.references :author
    t.string :title
    t.text :body
  end
  create_table(:comments) do |t|
    t.references :post
    t.string :text
  end
end

class Author < ActiveRecord::Base
  has_many :posts
end

class Post < ActiveRecord::Base
  belongs_to :author
  has_many :comments
end

class Comment < ActiveRecord::Base
  belongs_to :post
end

# The first leak: nothing is ever taken out.
module AuditTrail
  ENTRIES = {}

  Entry = Struct.new(:path, :at, :subject)

  def self.note(request, subject)
    ENTRIES[request.uuid] = Entry.new(request.fullpath, ENTRIES.size, subject)
  end
end

# Prices by post, the last hundred: this does not grow.
module Prices
  LIMIT = 100
  CACHE = {}

  def self.of(post)
    CACHE.shift while CACHE.size >= LIMIT
    CACHE[post.id] ||= (post.title.size * 7).to_s + ' cents'
  end
end

# The second leak: a subscriber for each export, which nobody unsubscribes.
class Export
  def initialize(post)
    @lines = post.comments.map { |comment| "#{comment.id};#{comment.text}" }
    ActiveSupport::Notifications.subscribe('export.blog') { |*| @lines.size }
  end
end

class PostsController < ActionController::Base
  protect_from_forgery with: :null_session
  after_action { AuditTrail.note(request, @post || @posts) }

  def index
    @posts = Post.includes(:author).order(:id).limit(5).to_a
    render plain: @posts.map { |post| "#{post.title} by #{post.author.name}, #{Prices.of(post)}" }.join("\n")
  end

  def show
    @post = Post.includes(:author, :comments).find(params[:id])
    render plain: "#{@post.title}\n#{@post.comments.map(&:text).join("\n")}"
  end

  def export
    @post = Post.find(params[:id])
    Export.new(@post)
    head :no_content
  end
end

Rails.application.reload_routes!

module Traffic
  POSTS = 40
  module_function

  def seed
    authors = Array.new(8) { |i| Author.create!(name: "Author No. #{i}") }
    POSTS.times do |i|
      post = Post.create!(author: authors[i % 8], title: "Post No. #{i}", body: 'Much was said about it. ' * 20)
      (1 + i % 5).times { |n| Comment.create!(post: post, text: "Comment #{n} on post #{i}") }
    end
  end

  def request(method, path)
    Rails.application.call(Rack::MockRequest.env_for(path, method: method)).last.close
  end

  def hour(number)
    request('GET', '/posts')
    6.times { |i| request('GET', "/posts/#{1 + (number * 7 + i) % POSTS}") }
    request('POST', "/posts/#{1 + number % POSTS}/export")
  end

  def dump(file)
    3.times { GC.start }
    File.open(file, 'w') { |io| ObjectSpace.dump_all(output: io) }
  end
end

Traffic.seed
(1..10).each { |number| Traffic.hour(number) }
Traffic.dump(File::NULL) # what dumping itself allocates should not look new
Traffic.dump('before.json')
(11..110).each { |number| Traffic.hour(number) }
Traffic.dump('after.json')
