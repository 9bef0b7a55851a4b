
# A job that dumps the Sidekiq process which runs it: MemdumpJob.perform_async("/tmp")
class MemdumpJob
  include(defined?(Sidekiq::Job) ? Sidekiq::Job : Sidekiq::Worker)
  sidekiq_options retry: false

  def perform(folder = "/tmp")
    MemdumpAgent.new.dump_to(File.join(folder, "heap-#{Process.pid}-#{Time.now.to_i}.json"))
  end
end
