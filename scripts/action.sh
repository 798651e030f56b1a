#!/usr/bin/env bash
# What action.yml runs: finds out what to compare with, fetches history that a shallow checkout lacks, runs koetsu.
set -euo pipefail

# A field of the event, such as pull_request.base.sha; nothing if there is none.
event_field() {
  [ -f "${GITHUB_EVENT_PATH:-}" ] || return 0
  node -e '
    const [file, path] = process.argv.slice(1);
    const event = JSON.parse(require("node:fs").readFileSync(file, "utf8"));
    const value = path.split(".").reduce((at, key) => at?.[key], event);
    if (typeof value === "string") process.stdout.write(value);
  ' "$GITHUB_EVENT_PATH" "$1"
}

# The commit before the change; nothing where every article is to be checked.
base_of_event() {
  local base=
  case "${INPUT_DIFF:-auto}" in
    off) return 0 ;;
    auto) ;;
    *) printf '%s' "$INPUT_DIFF"; return 0 ;;
  esac
  case "${GITHUB_EVENT_NAME:-}" in
    pull_request | pull_request_target)
      base=$(event_field pull_request.base.sha)
      if [ -z "$base" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then base="origin/$GITHUB_BASE_REF"; fi
      ;;
    merge_group) base=$(event_field merge_group.base_sha) ;;
  esac
  printf '%s' "$base"
}

has_common_history() {
  git merge-base "$1" HEAD >/dev/null 2>&1
}

# The step of a pull request that was checked out with fetch-depth 1 sees one commit. Its parent is enough as a rule.
fetch_history() {
  has_common_history "$1" && return 0
  if [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then
    git fetch --quiet --no-tags --depth=2 origin "$(git rev-parse HEAD)" || true
    has_common_history "$1" && return 0
    git fetch --quiet --no-tags --unshallow origin || true
    has_common_history "$1" && return 0
  fi
  git fetch --quiet --no-tags origin "${1#origin/}" || true
}

# The project's own koetsu, else the one of this action.
koetsu() {
  local own="$KOETSU_ACTION_PATH/dist/src/cli/bin.js"
  if [ -x node_modules/.bin/koetsu ]; then
    node_modules/.bin/koetsu "$@"
    return
  fi
  if [ ! -f "$own" ]; then npm ci --prefix "$KOETSU_ACTION_PATH" --no-audit --no-fund >&2 || return 3; fi
  node "$own" "$@"
}

sarif=${INPUT_SARIF:-koetsu.sarif}
rm -f -- "$sarif"
arguments=(check --format github "--format=sarif=$sarif")
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then arguments+=("--format=markdown=$GITHUB_STEP_SUMMARY"); fi
if [ -n "${INPUT_CONFIG:-}" ]; then arguments+=("--config=$INPUT_CONFIG"); fi
if [ -n "${INPUT_BASELINE:-}" ]; then arguments+=("--baseline=$INPUT_BASELINE"); fi
if [ -n "${INPUT_MAX_WARNINGS:-}" ]; then arguments+=("--max-warnings=$INPUT_MAX_WARNINGS"); fi
if [ -n "${INPUT_LOCALE:-}" ]; then arguments+=("--locale=$INPUT_LOCALE"); fi

base=$(base_of_event)
if [ -n "$base" ]; then
  fetch_history "$base"
  arguments+=("--diff=$base")
fi

arguments+=(--)
while IFS= read -r path; do
  if [ -n "$path" ]; then arguments+=("$path"); fi
done <<<"${INPUT_PATHS:-}"

code=0
koetsu "${arguments[@]}" || code=$?

if [ -n "${GITHUB_OUTPUT:-}" ]; then
  {
    printf 'exit-code=%s\n' "$code"
    printf 'base=%s\n' "$base"
    if [ -f "$sarif" ]; then printf 'sarif=%s\n' "$sarif"; fi
  } >>"$GITHUB_OUTPUT"
fi

if [ "$code" -eq 1 ] && [ "${INPUT_FAIL:-true}" = false ]; then exit 0; fi
exit "$code"
