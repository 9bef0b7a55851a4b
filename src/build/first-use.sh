# shellcheck shell=sh disable=SC2154
# Builds what the script memdump at the top of a checkout runs. That script reads this one; a release is without it.

# Prints the folders whose sources go into a module.
sources_of() {
    case $1 in
        modules/cli) echo modules/core modules/attach modules/mcp modules/cli ;;
        modules/gephi-plugin) echo modules/core modules/gephi-plugin ;;
        *) echo modules/core modules/gephi-plugin branding modules/gephi-app ;;
    esac
}

# Succeeds if a module was built and none of its sources is newer.
up_to_date() {
    stamp=$home/$1/target/built
    [ -f "$stamp" ] || return 1
    set -- "$home/pom.xml"
    for module in $sources; do
        set -- "$@" "$home/$module/pom.xml" "$home/$module/src"
    done
    [ -z "$(find "$@" -path '*/src/test' -prune -o -newer "$stamp" -print | head -n 1)" ]
}

# One build at a time: whoever makes the folder may build, the others wait.
lock() {
    mkdir -p "$home/target" || fail "$home cannot be written to, so nothing can be built there."
    lock=$home/target/memdump-build.lock
    waiting=0
    until mkdir "$lock" 2>/dev/null; do
        owner=$(cat "$lock/process" 2>/dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            # It was killed in the middle. Of several that see this, one gets to move the folder.
            mv "$lock" "$lock.$$" 2>/dev/null && rm -rf "$lock.$$"
            continue
        fi
        [ "$waiting" -ne 3 ] || tell "waiting for process ${owner:-?}, which is building; if there is none, remove $lock"
        waiting=$((waiting + 1))
        sleep 1
    done
    echo "$$" > "$lock/process"
    trap 'rm -rf "$lock"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

unlock() {
    rm -rf "$lock"
    trap - EXIT HUP INT TERM
}

install_maven() {
    tell "Maven (mvn) is needed to build this, and it is not on PATH."
    tell "  Debian, Ubuntu:  sudo apt-get install maven"
    tell "  Fedora:          sudo dnf install maven"
    tell "  macOS:           brew install maven"
    fail "  Windows:         winget install Apache.Maven"
}

# Builds a module and what it needs, unless it is up to date.
build() {
    sources=$(sources_of "$1")
    up_to_date "$1" && return 0
    command -v mvn >/dev/null || install_maven
    needed=javac
    find_java "$oldest" "$newest_for_gephi" || find_java "$oldest" 999 \
        || install_java "The Java in $java_home is without a compiler (javac), and no other was found."
    lock
    if ! up_to_date "$1"; then
        tell "building $1; this takes a minute or two the first time, when libraries are downloaded"
        log=$home/target/memdump-build.log
        mkdir -p "$home/$1/target"
        : > "$home/$1/target/building"
        if ! JAVA_HOME=$java_home mvn -q -B -f "$home/pom.xml" -pl "$1" -am package -Dmaven.test.skip=true \
            -P '!error-prone' \
            -Dcheckstyle.skip=true > "$log" 2>&1 < /dev/null
        then
            grep -m 12 'ERROR' "$log" >&2 || tail -n 12 "$log" >&2
            fail "building $1 failed. The lines above are from $log; if something could not be downloaded, check the" \
                "network and run this again."
        fi
        # NetBeans keeps what it cached of a module as long as this file is as old; the build gives it a fixed date.
        find "$home/$1/target" -name .lastModified -exec touch {} + 2>/dev/null || true
        mv "$home/$1/target/building" "$home/$1/target/built"
    fi
    unlock
}
