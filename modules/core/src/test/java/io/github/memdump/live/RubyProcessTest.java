package io.github.memdump.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RubyProcessTest {
    @Test
    void isNamedAfterItsScript() {
        assertEquals("leak", RubyProcess.name(List.of("ruby", "/srv/app/leak.rb", "--port", "3000")));
        assertEquals("sidekiq", RubyProcess.name(List.of("/usr/bin/ruby3.1", "-W0", "/usr/local/bin/sidekiq")));
        assertEquals("rails", RubyProcess.name(List.of("ruby", "-I", "lib", "-rbundler/setup", "bin/rails", "s")));
        assertEquals("app", RubyProcess.name(List.of("ruby", "-r", "rbtrace", "app.rb")));
    }

    @Test
    void isNamedAfterTheTitleThatItGivesItself() {
        assertEquals("puma", RubyProcess.name(List.of("puma 6.4.0 (tcp://localhost:3000) [shop]")));
        assertEquals("unicorn", RubyProcess.name(List.of("unicorn master -D -c config.rb")));
        assertEquals("sidekiq", RubyProcess.name(List.of("sidekiq: 7 of 10 busy")));
    }

    @Test
    void codeOfTheCommandLineNamesNothing() {
        assertEquals("ruby", RubyProcess.name(List.of("ruby", "-e", "sleep 60")));
        assertEquals("ruby", RubyProcess.name(List.of("ruby", "-")));
        assertEquals("ruby3.1", RubyProcess.name(List.of("ruby3.1")));
        assertEquals("ruby", RubyProcess.name(List.of()));
    }

    @Test
    void nothingInItsNameIsSpecialInAFileName() {
        assertEquals("it_s_touch_x", RubyProcess.name(List.of("ruby", "it's $(touch x);.rb")));
        assertEquals("ruby", RubyProcess.name(List.of("ruby", "..rb")));
        assertEquals("etc_passwd", RubyProcess.name(List.of("ruby", ".\\..etc passwd")));
    }

    @Test
    void memoryIsReadInKilobytes() {
        assertEquals(OptionalLong.of(12_345L * 1024), OperatingSystem.kilobytes(List.of("\t   12345 kB")));
        assertEquals(OptionalLong.of(99L * 1024), OperatingSystem.kilobytes(List.of("    99")));
        assertEquals(OptionalLong.empty(), OperatingSystem.kilobytes(List.of("")));
        assertEquals(OptionalLong.empty(), OperatingSystem.kilobytes(List.of()));
    }
}
