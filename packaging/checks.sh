# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What is checked besides the tests. Sourced by packaging/dev.

# The C++ sources, as a list with NUL between them.
sources() { find "$project/app" "$project/tests" \( -name '*.cpp' -o -name '*.h' \) -type f -print0; }

# Names the files that are not formatted, each once.
check_format()
{
    local report
    report=$(sources | isolated xargs -0 clang-format --dry-run -Werror 2>&1) && return
    printf '%s\n' "$report" | sed -n 's/: error: code should be clang-formatted.*//p' | cut -d : -f 1 | sort -u
    say "  packaging/dev format mends them."
    return 1
}

check_scripts()
{
    (cd "$project" && isolated shellcheck --external-sources --check-sourced \
        packaging/dev packaging/headless packaging/offline packaging/portal/xdg-open tests/packaging/*.sh tests/bench/*.sh .ci/run)
}

# Whether a test that used a network would be caught, where tests have a network name space.
check_offline()
{
    local said
    said=$(isolated "$project/packaging/offline" true 2>&1) || return
    [[ -z $said ]] || { say "  $said" && return; }
    ! isolated "$project/packaging/offline" bash -c 'echo >/dev/udp/127.0.0.1/9' 2>/dev/null
}

# clang-tidy on every module that changed since it was last found clean. The generated files
# that sources include must be there, nothing else is compiled.
check_tidy()
{
    build tidy --quiet autogen &&
        isolated python3 "$project/packaging/tidy.py" "$project/build/tidy" "$cache/tidy"
}
