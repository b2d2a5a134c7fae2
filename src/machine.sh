# shellcheck shell=bash
# What src/run and tests/run need of the machine, and how it is got. To be sourced.

# The machine does not allow it: one clear line, exit code 2.
cannot() {
    printf '%s\n' "$1" >&2
    exit 2
}

need_dotnet() {
    command -v dotnet >/dev/null || cannot "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
    # dotnet wants a home; a user without one gets a passing one.
    [[ -w ${HOME:-/nonexistent} ]] || export DOTNET_CLI_HOME="${TMPDIR:-/tmp}/dotnet-$(id -u)"
}

need_writable_tree() {
    local artifacts=$1/.artifacts
    mkdir -p "$artifacts" 2>/dev/null && [[ -w $artifacts ]] ||
        cannot "$artifacts cannot be written: it belongs to another user. Use a clone of your own."
    local foreign
    foreign=$(find "$artifacts" -maxdepth 4 ! -writable -print -quit 2>/dev/null || true)
    [[ -z $foreign ]] || cannot "$foreign cannot be written: it belongs to another user. Use a clone of your own."
}

has_postgres() {
    local folder
    while IFS= read -r folder; do
        [[ -x $folder/postgres && -x $folder/initdb ]] && return 0
    done < <(tr ':' '\n' <<<"$PATH"; compgen -G '/usr/lib/postgresql/*/bin'; compgen -G '/usr/local/lib/postgresql/*/bin')
    return 1
}

need_postgres() {
    has_postgres && return

    need_right_to_install "PostgreSQL" postgresql
    install_packages "PostgreSQL" postgresql-common
    # Ours is private: no cluster of Debian's, and no port taken.
    as_root sed -i -E 's/^#?[[:space:]]*create_main_cluster.*/create_main_cluster = false/' \
        /etc/postgresql-common/createcluster.conf
    install_packages "PostgreSQL" postgresql
    has_postgres || cannot "PostgreSQL was installed, but its programs initdb and postgres were not found."
}

has_chromium() {
    command -v chromium >/dev/null
}

has_cjk_font() {
    command -v fc-list >/dev/null && [[ -n $(fc-list :lang=zh-cn) ]]
}

need_browser() {
    local missing=()
    has_chromium || missing+=(chromium)
    has_cjk_font || missing+=(fonts-noto-cjk fontconfig)
    [[ ${#missing[@]} -eq 0 ]] || install_packages "For browser tests: ${missing[*]}" "${missing[@]}"
}

has_imagemagick() {
    command -v magick >/dev/null || [[ -x /usr/bin/convert || -x /usr/local/bin/magick ]]
}

# Photos of visits are compared and kept with it; whether it works is tried by the bot itself.
need_imagemagick() {
    has_imagemagick || install_packages "For photos: imagemagick" imagemagick
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    [[ $(id -u) -eq 0 ]] || sudo -n true 2>/dev/null
}

# need_right_to_install WHAT PACKAGE…: what to ask for is all of it, whatever is installed first.
need_right_to_install() {
    local what=$1
    shift
    command -v apt-get >/dev/null || cannot "$what is missing, and there is no apt-get to install it: install $*"
    may_install || cannot "$what is missing, and you may not install it: ask for: apt-get install $*"
}

# install_packages WHAT PACKAGE…
install_packages() {
    need_right_to_install "$@"
    shift

    printf 'Installing %s …\n' "$*"
    apt_get update
    apt_get install -y --no-install-recommends "$@"
}

apt_get() {
    local said
    said=$(as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -o DPkg::Lock::Timeout=20 "$@" 2>&1) && return

    case $said in
        *"Could not get lock"* | *"Unable to acquire"* | *"Unable to lock"*)
            cannot "Another program is using apt: try again when it has finished." ;;
        *"Unable to locate package"* | *"Failed to fetch"* | *"Could not resolve"* | *"Temporary failure"*)
            cannot "Packages cannot be fetched (apt-get $1): is there a network?" ;;
        *)
            cannot "apt-get $1 failed: $(grep -m1 '^E:' <<<"$said" || tail -n1 <<<"$said")" ;;
    esac
}

# restore TREE: the packages of the solution.
restore() {
    local said
    said=$(dotnet restore "$1/UnionBot.sln" --nologo -v quiet -nodeReuse:false 2>&1) && return

    case $said in
        *NU1301* | *NU1101* | *NU1102* | *"Unable to load the service index"*)
            cannot "The .NET packages cannot be fetched (dotnet restore): is there a network?" ;;
        *)
            printf '%s\n' "$said" >&2
            exit 1 ;;
    esac
}

# build PROJECT OPTION…: silent unless it fails. All projects share one compiler, which is at its best only after the first; it is
# nobody else's, and does not stay behind, where it would hold files or locks of ours.
build() {
    local said code=0 compiler=unionbot-$$-$RANDOM
    said=$(dotnet build "$@" --no-restore --nologo -v quiet -nodeReuse:false \
        -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" 2>&1) || code=$?
    dotnet "$(dirname "$(readlink -f "$(command -v dotnet)")")/sdk/$(cd "$tree" && dotnet --version)/Roslyn/bincore/VBCSCompiler.dll" \
        -shutdown -pipename:"$compiler" >/dev/null 2>&1 || true
    [[ $code -ne 0 ]] || return 0
    printf '%s\n' "$said" >&2
    return 1
}
