# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Where the project's tools come from, and how a command is run among them. Sourced by
# packaging/dev, which sets $project and $cache and has say and die.
#
#   tools           makes sure that the tools are there; sets tools_id
#   inside CMD…     runs a command among them, with the network and the person's session
#   isolated CMD…   the same without either: no build and no test can reach beyond the machine
#
# On a system whose own packages suffice the tools are those packages. Elsewhere they are a
# Debian 13 userland in the cache, made once by mmdebstrap and entered with bubblewrap, so that
# the system itself is left as it is.

package_list=$project/packaging/debian-packages
userland_suite=trixie
needed_megabytes=3000
# The host's files in /etc that are shown in the userland.
host_files=(passwd group resolv.conf hosts localtime)

# Set by tools: the userland's folder, empty when the system's packages are used.
userland=
tools_id=

packages() { sed 's/#.*//' "$package_list" | xargs -n 1; }

os_release() { sed -n "s/^$1=\"\{0,1\}\([^\"]*\).*/\1/p" /etc/os-release; }

# Whether this system's packages have Qt Location 6.8: Debian 13, Ubuntu 25.04 and later.
# DATELINE_USERLAND=1 asks for the userland all the same.
system_suffices()
{
    [[ -z ${DATELINE_USERLAND-} ]] || return 1
    local version
    version=$(os_release VERSION_ID)
    case $(os_release ID) in
    debian) [[ -z $version || ${version%%.*} -ge 13 ]] ;; # testing and unstable state none
    ubuntu) [[ ${version/./} -ge 2504 ]] ;;
    *) return 1 ;;
    esac
}

tools()
{
    local wanted
    tools_id=${DATELINE_AMONG_TOOLS-}
    [[ -z $tools_id ]] || return 0 # called by a command that runs among them already
    if system_suffices; then
        tools_id="$(os_release ID) $(os_release VERSION_ID)"
        mapfile -t wanted < <(packages)
        install_on_host "${wanted[@]}" bubblewrap
        return
    fi
    userland=$cache/debian13-$(sha256sum "$package_list" | cut -c 1-12)
    tools_id=${userland##*/}
    mkdir -p "$cache" 2>/dev/null || true
    [[ -w $cache ]] ||
        die "cannot write to $cache. Make it writable, or set XDG_CACHE_HOME to a folder that is."
    need_host_programs
    hold_userland
}

# install_on_host PACKAGES: does nothing when all are there already.
install_on_host()
{
    local package missing=() as_root=()
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
            missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    local command="apt-get install --no-install-recommends ${missing[*]}"
    if [[ $EUID -ne 0 ]]; then
        sudo -n true 2>/dev/null || die "packages are missing. Please run: sudo $command"
        as_root=(sudo -n)
    fi
    say "Installing ${#missing[@]} packages that are missing here (up to 3 minutes)."
    "${as_root[@]}" apt-get update -qq >&2 || say "apt-get update failed; trying with the lists at hand."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
        die "the packages could not be installed. See above; then run: $command"
}

# What makes and enters the userland.
need_host_programs()
{
    local missing=()
    command -v bwrap >/dev/null || missing+=(bubblewrap)
    if [[ ! -d $userland ]]; then
        command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
        [[ $EUID -eq 0 ]] || command -v newuidmap >/dev/null || missing+=(uidmap)
        [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || missing+=(debian-archive-keyring)
    fi
    if [[ ${#missing[@]} -gt 0 ]]; then
        command -v apt-get >/dev/null ||
            die "please install with your system's package manager: ${missing[*]}"
        install_on_host "${missing[@]}"
    fi
    bwrap --ro-bind / / --dev /dev --unshare-net true 2>/dev/null || die "this system does not let" \
        "bwrap make namespaces. In a container, allow it (--privileged). On Ubuntu 24.04, run:" \
        "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"
}

# Holds a shared lock on the userland for as long as this call lives, so that no other call
# removes it meanwhile; makes it first, under an exclusive lock, when it is not there.
hold_userland()
{
    exec {userland_lock}>>"$userland.lock"
    if ! flock --shared --nonblock "$userland_lock"; then
        say "Another call is making the userland; waiting for it (up to 5 minutes)."
        flock --shared "$userland_lock"
    fi
    [[ ! -d $userland ]] || return 0
    flock "$userland_lock"
    [[ -d $userland ]] || make_userland
    flock --shared "$userland_lock"
}

# Made beside its place and then renamed, so what is in its place is always whole.
make_userland()
{
    local half log=$cache/userland.log free option options=()
    half=$(half_made "$userland")
    remove_tree "$half"
    free=$(df -Pm "$cache" | awk 'NR == 2 { print $4 }')
    [[ $free -ge $needed_megabytes ]] || die "$cache has $free MB free, the userland needs" \
        "$needed_megabytes MB while it is made. Free some, or set XDG_CACHE_HOME to a folder on a larger disk."
    say "Making a Debian 13 userland in $userland (about 2 minutes, 2 GB, once)."
    while IFS= read -r option; do
        options+=(--aptopt="${option%;}")
    done < <(host_apt_options)
    # The hook makes the places where what is the host's is shown: its fonts and a few files.
    # shellcheck disable=SC2016 # $1 is the hook's
    as_builder mmdebstrap --mode=root --variant=apt --format=directory --components=main \
        --include="$(packages | paste -sd ,)" --aptopt='APT::Install-Recommends "false"' \
        --aptopt='Acquire::Retries "3"' "${options[@]}" --dpkgopt=force-unsafe-io \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        --customize-hook='cd "$1" && mkdir -p usr/local/share/fonts' \
        --customize-hook="cd \"\$1/etc\" && rm -f ${host_files[*]} && touch ${host_files[*]}" \
        "$userland_suite" "$half" "$(debian_mirror)" >"$log" 2>&1 || userland_failed "$half" "$log"
    mv -T "$half" "$userland" || die "cannot move the userland into place."
    say "The userland is ready."
    remove_old_userlands
}

# Where a userland is while it is being made.
half_made() { printf '%s/.making-%s' "${1%/*}" "${1##*/}"; }

# userland_failed FOLDER LOG
userland_failed()
{
    local why
    why="the mirror $(debian_mirror) did not deliver all packages. Is there a network? Another"
    why+=" mirror can be named with DATELINE_DEBIAN_MIRROR"
    if grep -q 'No space left' "$2"; then
        why="the disk of $cache is full. Free some space, or set XDG_CACHE_HOME to another disk"
    fi
    remove_tree "$1"
    grep -E '^(E:|Err)' "$2" | cut -c 1-200 | tail -n 5 >&2 || tail -n 5 "$2" >&2
    die "the userland could not be made: $why." \
        "Nothing half-made was left, the next call begins anew. The whole log is $2"
}

# Those of other package lists, unless a call is using them just now.
remove_old_userlands()
{
    local lock old old_lock
    for lock in "$cache"/debian13-*.lock; do
        old=${lock%.lock}
        [[ $old != "$userland" ]] || continue
        exec {old_lock}>>"$lock"
        if flock --nonblock "$old_lock"; then
            say "Removing ${old##*/}, which an earlier package list made."
            remove_tree "$old" && remove_tree "$(half_made "$old")" && rm -f "$lock"
        fi
        exec {old_lock}>&-
    done
}

# as_builder CMD…: as root of a name space of one's own, in which everything ends with this
# call, however it ends, and mounts vanish. An ordinary user is root there over the user ids of
# /etc/subuid: mmdebstrap's unshare mode, but it works in a home folder closed to others too.
as_builder()
{
    local ids=()
    [[ $EUID -eq 0 ]] || ids=(--map-root-user --map-auto)
    (
        exec {userland_lock}>&-
        exec setpriv --pdeathsig KILL unshare "${ids[@]}" --mount --pid --fork --kill-child -- "$@"
    )
}

# The files of an ordinary user's userland belong to several of his user ids.
remove_tree() { [[ ! -e $1 ]] || as_builder rm -rf --one-file-system "$1"; }

# The mirror of a Debian host, else Debian's own.
debian_mirror()
{
    local mirror=${DATELINE_DEBIAN_MIRROR-}
    if [[ -z $mirror && $(os_release ID) == debian ]]; then
        # shellcheck disable=SC2016 # $(REPO_URI) is apt's
        mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 2>/dev/null |
            grep -E '^https?:' | grep -v security | head -n 1) || true
    fi
    printf '%s' "${mirror:-http://deb.debian.org/debian}"
}

# The host's proxies and the like, which hold for the mirror too.
host_apt_options()
{
    apt-config dump 2>/dev/null | grep -E '^Acquire::(https?::|Check-)[^ ]* "[^"]+";$' || true
}

# node_packages FOLDER: installs what FOLDER/package-lock.json names, exactly, into the cache and
# sets node_path to it. Fails, with what npm said, where the registry cannot be reached; what was
# installed once needs no network.
node_packages()
{
    local lock=$1/package-lock.json half
    node_path=$cache/node-$(cat "$lock" "$package_list" | sha256sum | cut -c 1-12)
    [[ ! -d $node_path/node_modules ]] || return 0
    half=$(mktemp -d "$cache/.making-node.XXXXXX")
    cp "$1/package.json" "$lock" "$half"
    if ! inside npm ci --prefix "$half" --no-audit --no-fund --loglevel=error >"$cache/npm.log" 2>&1; then
        rm -rf "$half"
        tail -n 5 "$cache/npm.log" >&2
        say "npm could not install the packages of ${1#"$project"/}. Is there a network?"
        return 1
    fi
    # Another call may have been faster; then its folder serves.
    mv -T "$half" "$node_path" 2>/dev/null || rm -rf "$half"
}

inside() { run_among_tools open "$@"; }

isolated() { run_among_tools closed "$@"; }

# run_among_tools open|closed CMD…
run_among_tools()
{
    local wanted
    local door=$1 options=(--die-with-parent)
    shift
    [[ $door == open ]] || options+=(--unshare-net)
    local variables=(CCACHE_DIR="$cache/ccache" CCACHE_MAXSIZE=5G CCACHE_BASEDIR="$project"
        DATELINE_AMONG_TOOLS="$tools_id")
    if [[ -n $userland ]]; then
        userland_options "$door"
        variables+=(LC_CTYPE=C.UTF-8 LANG="${LC_ALL:-${LANG:-C.UTF-8}}")
        variables+=(PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$project/packaging/portal")
    elif [[ $door == closed ]] && bwrap --dev-bind / / --unshare-net true 2>/dev/null; then
        options+=(--dev-bind / /)
    else
        env "${variables[@]}" "$@"
        return
    fi
    bwrap "${options[@]}" -- env -u LC_ALL -u LD_LIBRARY_PATH -u LD_PRELOAD -u QT_PLUGIN_PATH \
        -u QML_IMPORT_PATH -u QT_QPA_PLATFORMTHEME -u QT_STYLE_OVERRIDE "${variables[@]}" "$@"
}

# Adds to options: the userland as it is, and everything of the host but its operating system.
userland_options()
{
    local file folder session=${XDG_RUNTIME_DIR-}
    options+=(--ro-bind "$userland" / --dev /dev --proc /proc --ro-bind /sys /sys --tmpfs /run)
    options+=(--unshare-pid --chdir "$PWD")
    for folder in /*; do
        case $folder in
        /bin | /boot | /dev | /etc | /lib* | /lost+found | /proc | /run | /sbin | /sys | /usr | /var) ;;
        *) [[ ! -d $folder || -L $folder ]] || show "$folder" ;;
        esac
    done
    for folder in /var/tmp "$HOME" "$cache" "$project" "$PWD"; do
        show "$(readlink -f "$folder")"
    done
    for file in "${host_files[@]}"; do
        options+=(--ro-bind-try "$(readlink -f "/etc/$file")" "/etc/$file")
    done
    [[ $door == open ]] || return 0
    # Networks that inspect TLS have certificates of their own, which the host trusts.
    options+=(--ro-bind-try /etc/ssl/certs /etc/ssl/certs)
    options+=(--dev-bind-try /dev/dri /dev/dri)
    options+=(--ro-bind-try /usr/share/fonts /usr/local/share/fonts)
    [[ -z $session || ! -d $session ]] || options+=(--bind "$session" "$session")
}

# show FOLDER: adds the host's folder at the same place, unless / or one shown already holds it.
show()
{
    [[ $1 != / && " ${options[*]} " != *" --bind $1 "* ]] || return 0
    mkdir -p "$userland$1" 2>/dev/null || true
    options+=(--bind "$1" "$1")
}
