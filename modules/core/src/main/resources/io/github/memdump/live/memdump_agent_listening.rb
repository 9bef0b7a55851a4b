# Listens, in this process and after each fork in the child.
class MemdumpAgent
  class << self
    # Begins to listen unless this process does already, and returns the path of its socket.
    def start
      return @path if @pid == Process.pid
      require "socket"
      hook
      @pid = Process.pid
      @path = File.join(folder, "memdump-#{@pid}.socket")
      File.unlink(@path) if File.socket?(@path)
      # Nobody can connect before its mode is right: the folder lets nobody else pass.
      server = UNIXServer.new(@path)
      File.chmod(0o600, @path)
      listen(server)
      @path
    rescue SystemCallError, ArgumentError => e
      warn "memdump agent: no socket (#{e.message}); this process can be dumped in other ways"
      @path = nil
    end

    private

    def listen(server)
      path = @path
      pid = @pid
      Thread.new do
        Thread.current.name = "memdump agent"
        Thread.current.report_on_exception = false
        loop { serve(server.accept) }
      end
      at_exit { File.unlink(path) if Process.pid == pid && File.socket?(path) }
    end

    # One request a connection; a connection that says nothing holds nobody up.
    def serve(connection)
      Thread.new do
        user, = connection.getpeereid
        if [0, Process.euid].include?(user)
          request = connection.gets(1000)
          new.answer(request, connection) if request
        end
      rescue SystemCallError, IOError
        # The other end has gone.
      ensure
        connection.close
      end
    end

    def folder
      base = ENV["MEMDUMP_AGENT_DIR"] || File.join(ENV["TMPDIR"] || "/tmp", "memdump-#{Process.euid}")
      begin
        Dir.mkdir(base, 0o700)
      rescue Errno::EEXIST
        # It is looked at below.
      end
      found = File.lstat(base)
      unless found.directory? && found.uid == Process.euid && (found.mode & 0o077).zero?
        raise ArgumentError, "#{base} is not a folder of this user alone"
      end
      sweep(base)
      base
    end

    # What processes that were killed have left.
    def sweep(base)
      Dir.children(base).each do |name|
        pid = name[/\Amemdump-(\d+)\.socket\z/, 1].to_i
        next if pid.zero?
        begin
          Process.kill(0, pid)
        rescue Errno::ESRCH
          File.unlink(File.join(base, name))
        rescue SystemCallError
          # It lives, as another user.
        end
      end
    rescue SystemCallError
      # Another process was faster.
    end

    def hook
      return if @hooked
      @hooked = true
      if Process.respond_to?(:_fork)
        Process.singleton_class.prepend(AfterFork)
      else
        [Kernel, Process].each { |owner| owner.singleton_class.prepend(AfterOldFork) }
        Object.prepend(AfterOldFork)
      end
      Process.singleton_class.prepend(AfterDaemon)
    end
  end

  # Ruby 3.1 and later.
  module AfterFork
    def _fork
      pid = super
      MemdumpAgent.start if pid.zero? && !MemdumpAgent.copying?
      pid
    end
  end

  # Ruby before 3.1.
  module AfterOldFork
    def fork(&block)
      return super { MemdumpAgent.start unless MemdumpAgent.copying?; block.call } if block
      pid = super()
      MemdumpAgent.start if pid.nil? && !MemdumpAgent.copying?
      pid
    end
  end

  # To become a daemon is to fork without the hook.
  module AfterDaemon
    def daemon(*arguments)
      super.tap { MemdumpAgent.start }
    end
  end

  private_constant :AfterFork, :AfterOldFork, :AfterDaemon

  # Whether this is the copy of a process that writes a dump.
  def self.copying?
    Thread.current[:memdump_copying] ? true : false
  end
end

MemdumpAgent.start
