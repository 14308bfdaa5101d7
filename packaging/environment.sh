# shellcheck shell=sh
# Sourced by packaging/run and packaging/test: brings .venv up to date and sets $python to its interpreter.

: "${root:?the script that sources this sets it to the folder of the checkout}"

say() {
    printf '%s\n' "$*" >&2
}

# Sets $base to a Python that the lock files were made for, else to any newer one.
find_base_python() {
    for range in '(3, 11) <= sys.version_info < (3, 15)' 'sys.version_info >= (3, 15)'; do
        for base in ${TAGGER_PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
            if "$base" -c "import sys; sys.exit(not ($range))" >/dev/null 2>&1; then
                return 0
            fi
        done
    done
    return 1
}

# As root on Debian, which ships venv apart from Python; elsewhere the user is asked.
apt_install() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "Installing system packages: $*"
        { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"; } \
            </dev/null >/dev/null
    else
        return 1
    fi
}

make_environment() {
    if ! find_base_python && ! { apt_install python3 python3-venv && find_base_python; }; then
        say 'Tagger needs Python 3.11 or newer and found none. Install it (on Debian and Ubuntu: sudo apt-get install python3 python3-venv),'
        say 'or name one: TAGGER_PYTHON=/path/to/python3'
        return 1
    fi
    if ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$base" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if ! apt_install "python$version-venv" || ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
            say "Python $version is here without its venv module. On Debian and Ubuntu: sudo apt-get install python$version-venv"
            return 1
        fi
    fi
    "$base" "$root/packaging/environment.py" "$1"
}

# Sets $python; usage: use_environment run|test LOCK-FILE
use_environment() {
    bin=$root/.venv/bin
    case $(uname -s) in MINGW* | MSYS* | CYGWIN*) bin=$root/.venv/Scripts ;; esac
    python=$bin/python
    made=$root/.venv/tagger
    if ! {
        [ -x "$python" ] && [ ! -e "$made/installing" ] && [ "$(cat "$made/checkout" 2>/dev/null)" = "$root" ] &&
            cmp -s "$made/pyproject.toml" "$root/pyproject.toml" && cmp -s "$made/$2" "$root/packaging/$2"
    }; then
        make_environment "$1" || exit 1
    fi
}
