package io.github.memdump.redact;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that Ruby itself has given and that tell nothing of a program. */
final class RubyNames {
    private static final Set<String> CLASSES = words(""
        + "ARGF.class ArgumentError Array BasicObject BigDecimal Bignum Binding Bundler Class "
        + "ClosedQueueError Comparable Complex Complex::compatible ConditionVariable Data Date DateTime "
        + "Delegator Dir EOFError Encoding Encoding::CompatibilityError Encoding::Converter "
        + "Encoding::ConverterNotFoundError Encoding::InvalidByteSequenceError "
        + "Encoding::UndefinedConversionError EncodingError Enumerable Enumerator "
        + "Enumerator::ArithmeticSequence Enumerator::Chain Enumerator::Generator Enumerator::Lazy "
        + "Enumerator::Producer Enumerator::Product Enumerator::Yielder Errno Etc Exception FalseClass Fiber "
        + "Fiber::Scheduler FiberError File File::Constants File::Stat FileTest Fixnum Float "
        + "FloatDomainError FrozenError GC GC::Profiler Gem Gem::Dependency Gem::Requirement "
        + "Gem::Specification Gem::Version Hash IO IO::Buffer IO::Buffer::AccessError "
        + "IO::Buffer::AllocationError IO::Buffer::InvalidatedError IO::Buffer::LockedError "
        + "IO::Buffer::MaskError IO::EAGAINWaitReadable IO::EAGAINWaitWritable IO::EINPROGRESSWaitReadable "
        + "IO::EINPROGRESSWaitWritable IO::TimeoutError IO::WaitReadable IO::WaitWritable IOError IndexError "
        + "Integer Interrupt Kernel KeyError LoadError LocalJumpError Logger Marshal MatchData Math "
        + "Math::DomainError Method Module Monitor MonitorMixin MonitorMixin::ConditionVariable Mutex "
        + "NameError NameError::message NilClass NoMatchingPatternError NoMatchingPatternKeyError "
        + "NoMemoryError NoMethodError NotImplementedError Numeric Object ObjectSpace "
        + "ObjectSpace::InternalObjectWrapper ObjectSpace::WeakKeyMap ObjectSpace::WeakMap Pathname Proc "
        + "Process Process::GID Process::Status Process::Sys Process::Tms Process::UID Process::Waiter "
        + "Process::Warmup Queue Ractor Ractor::ClosedError Ractor::Error Ractor::IsolationError "
        + "Ractor::MovedError Ractor::MovedObject Ractor::Port Ractor::RemoteError Ractor::UnsafeError "
        + "Random Random::Base Random::Formatter Range RangeError Rational Rational::compatible Refinement "
        + "Regexp RegexpError Ruby Ruby::Box RubyVM RubyVM::AbstractSyntaxTree "
        + "RubyVM::AbstractSyntaxTree::Node RubyVM::CallInfo RubyVM::Env RubyVM::InstructionSequence "
        + "RubyVM::MJIT RubyVM::RJIT RubyVM::YJIT RubyVM::ZJIT RuntimeError ScriptError SecurityError Set "
        + "Set::CoreSet Set::SubclassCompatible Signal SignalException SimpleDelegator SizedQueue SortedSet "
        + "StandardError StopIteration String StringIO Struct Struct::Group Struct::Passwd Symbol "
        + "SyntaxError SystemCallError SystemExit SystemStackError Thread Thread::Backtrace "
        + "Thread::Backtrace::Location Thread::ConditionVariable Thread::Monitor Thread::Mutex Thread::Queue "
        + "Thread::SizedQueue ThreadError ThreadGroup Time Time::tm TracePoint TrueClass TypeError "
        + "UnboundMethod UncaughtThrowError UnicodeNormalize Warning Warning::buffer WeakRef "
        + "WeakRef::RefError ZeroDivisionError fatal ");
    private static final Pattern SYSTEM_ERROR = Pattern.compile("Errno::[A-Z0-9]{1,20}");
    /** Cleaning up knows by {@code dump_all} what taking the dump has allocated. */
    private static final Set<String> METHODS = words("dump_all dump new initialize allocate call each map");
    private static final Set<String> STRUCTS = words(""
        + "ARGF ENV ObjectTracing/allocation_info_tracer Set VM VM/pin_array_list VM/thread arith_seq "
        + "autoload autoload_const autoload_data autoload_i autoload_table backtrace binding condvar cont "
        + "digest dir econv encoding enum_chain enum_product enumerator env fiber frame_info generator iseq "
        + "lazy marshal_compat_table memory_view/exported_object_registry method monitor mutex proc "
        + "proc_entry producer queue ractor random random/MT set sizedqueue stringio strio szqueue thgroup "
        + "thread time tracepoint vm/env weakkeymap weakmap yielder ");
    private static final Set<String> ENCODINGS = words(""
        + "ASCII-8BIT UTF-8 US-ASCII UTF-16BE UTF-16LE UTF-32BE UTF-32LE UTF-16 UTF-32 UTF8-MAC EUC-JP "
        + "Windows-31J Big5 Big5-HKSCS Big5-UAO CESU-8 CP949 Emacs-Mule EUC-KR EUC-TW GB18030 GBK ISO-8859-1 "
        + "ISO-8859-2 ISO-8859-3 ISO-8859-4 ISO-8859-5 ISO-8859-6 ISO-8859-7 ISO-8859-8 ISO-8859-9 "
        + "ISO-8859-10 ISO-8859-11 ISO-8859-13 ISO-8859-14 ISO-8859-15 ISO-8859-16 KOI8-R KOI8-U Shift_JIS "
        + "Windows-1250 Windows-1251 Windows-1252 Windows-1253 Windows-1254 Windows-1257 IBM437 IBM720 "
        + "IBM737 IBM775 CP850 IBM852 CP852 IBM855 CP855 IBM857 IBM860 IBM861 IBM862 IBM863 IBM864 IBM865 "
        + "IBM866 IBM869 Windows-1258 GB1988 macCentEuro macCroatian macCyrillic macGreek macIceland "
        + "macRoman macRomania macThai macTurkish macUkraine CP950 CP951 IBM037 stateless-ISO-2022-JP "
        + "eucJP-ms CP51932 EUC-JIS-2004 GB2312 GB12345 ISO-2022-JP ISO-2022-JP-2 CP50220 CP50221 "
        + "Windows-1256 Windows-1255 TIS-620 Windows-874 MacJapanese UTF-7 UTF8-DoCoMo SJIS-DoCoMo UTF8-KDDI "
        + "SJIS-KDDI ISO-2022-JP-KDDI stateless-ISO-2022-JP-KDDI UTF8-SoftBank SJIS-SoftBank BINARY ");

    /** Types of records: of Ruby 2.1 to 3.5, with those that only a full dump has. */
    private static final Set<String> TYPES = words(""
        + "ROOT SHAPE NONE NIL OBJECT CLASS ICLASS MODULE FLOAT STRING REGEXP ARRAY HASH STRUCT BIGNUM FILE DATA "
        + "MATCH COMPLEX RATIONAL FIXNUM TRUE FALSE SYMBOL UNDEF IMEMO NODE ZOMBIE MOVED UNKNOWN unknown ");
    /** What Ruby 2.1 to 3.5 call the places from which they mark, and what memdump calls all of them together. */
    private static final Set<String> ROOTS = words(""
        + "ALL_ROOTS vm end_proc global_tbl global_list global_symbols machine_context finalizers symbols encodings "
        + "tbl generic_ivars trap parser class_tbl live_method_entries unlinked_live_method_entries protected mjit "
        + "rjit yjit zjit YJIT ZJIT object_id shape_tree ractor finish unknown ");
    private static final Set<String> IMEMO_TYPES = words(""
        + "env cref svar throw_data ifunc memo ment iseq tmpbuf ast parser_strterm callinfo callcache constcache alloc "
        + "fields subclasses cvar_entry cdhash unknown ");

    private RubyNames() {
    }

    /** Returns whether Ruby writes records of this type. */
    static boolean isType(String name) {
        return TYPES.contains(name);
    }

    /** Returns whether Ruby has roots of this name. */
    static boolean isRoot(String name) {
        return ROOTS.contains(name);
    }

    /** Returns whether Ruby writes IMEMO records of this type. */
    static boolean isImemoType(String name) {
        return IMEMO_TYPES.contains(name);
    }

    /** Returns whether a class or module of Ruby's core or its everyday library has this name. */
    static boolean isClass(String name) {
        return CLASSES.contains(name) || SYSTEM_ERROR.matcher(name).matches();
    }

    /** Returns whether a method that analyses know has this name. */
    static boolean isMethod(String name) {
        return METHODS.contains(name);
    }

    /** Returns whether a C type of Ruby's core has this name. */
    static boolean isStruct(String name) {
        return STRUCTS.contains(name);
    }

    /** Returns whether an encoding of Ruby has this name. */
    static boolean isEncoding(String name) {
        return ENCODINGS.contains(name);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.trim().split(" ")));
    }
}
