# Runs checks as named steps, some of them side by side, and sums up at the end. Sourced by those who check.
#
# What a step prints is kept and comes out in one piece when it ends, so that steps beside each other don't mix. Steps are
# numbered in the order in which the summary has them.

notes=$(mktemp -d "${TMPDIR:-/tmp}/steps.XXXXXX")
trap 'rm -rf "$notes"' EXIT
trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM

# step NUMBER NAME COMMAND…: runs one step and notes how it went; fails if it failed.
step() {
  local number=$1 name=$2 started=$SECONDS result=passed output="$notes/$1.output"
  shift 2
  if [ -e "$notes/stopped" ]; then
    result="not run"
    printf 'not run, because "%s" failed\n' "$(cat "$notes/stopped")" >"$output"
  elif ! "$@" >"$output" 2>&1; then
    result=FAILED
  fi
  printf '%s\n%s\n%s\n' "$name" "$result" $((SECONDS - started)) >"$notes/$number.result"
  until mkdir "$notes/printing" 2>/dev/null; do sleep 0.1; done
  say "$name"
  cat "$output"
  rmdir "$notes/printing"
  [ "$result" = passed ]
}

# Without this step the later ones would only repeat its failure.
needed_step() {
  step "$@" || [ -e "$notes/stopped" ] || printf '%s' "$2" >"$notes/stopped"
}

# side_by_side LANE…: runs functions at the same time and waits for all of them.
side_by_side() {
  local lane
  for lane in "$@"; do "$lane" & done
  wait
}

# Prints all steps; fails if one of them did.
summary() {
  local file name result seconds failed=0
  say "Summary"
  for file in "$notes"/*.result; do
    { read -r name && read -r result && read -r seconds; } <"$file"
    printf '  %-42s %-8s %4d s\n' "$name" "$result" "$seconds"
    [ "$result" = passed ] || failed=1
  done
  printf '  %-42s %-8s %4d s\n' "all" "$([ $failed = 0 ] && echo passed || echo FAILED)" "$SECONDS"
  return $failed
}
