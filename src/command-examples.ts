/** What stands below the options in a command's help. */
export const EXAMPLES = {
  practice: `
Examples:
  sdi practice url-shortener
  sdi practice rate-limiter --time 45 --template five-phase
  sdi practice rate-limiter --phase deep-dive
  sdi practice rate-limiter --answers answers.yaml --json`,
  resume: `
Examples:
  sdi resume                         the last unfinished session
  sdi resume 2026-11-22-rate         a unique beginning of its id will do`,
  timer: `
Examples:
  sdi timer 45
  sdi timer 90 --template l7
  sdi timer 60 > clock.txt           lines instead of a screen`,
  list: `
Examples:
  sdi list --level L6 --status new
  sdi list --tag caching --sort difficulty
  sdi list --search "rate limit" --json`,
  show: `
Examples:
  sdi show url-shortener
  sdi show url-shortener --solution | less -R`,
  review: `
Examples:
  sdi review                         pick a transcript
  sdi review last`,
  export: `
Examples:
  sdi export last --output transcript.md
  sdi export 2026-11-22-rate --format json | jq .phases`,
  delete: `
Examples:
  sdi delete 2026-11-22-rate-limiter
  sdi delete last --yes`,
  calc: `
Examples:
  sdi calc 100M/min x 1 KB x 30 days
  sdi calc "500M/day * 2 KB" --to TB/day
  sdi calc --notation                units, shares, names
  sdi calc --formulas
  sdi calc < estimates.txt           a line each; names can be used further down`,
  draw: `
Examples:
  sdi draw --notation                arrows, labels, stores, queues and groups
  echo 'client -> lb -> api -> (orders)' | sdi draw
  sdi draw design.txt --format svg --output design.svg
  sdi draw design.mmd --format ascii`,
  check: `
Examples:
  sdi check                          all problems and templates
  sdi check my-problem.yaml --json`,
  new: `
Examples:
  sdi new problem ticket-shop
  sdi new template half-hour --output half-hour.yaml`,
  doctor: `
Examples:
  sdi doctor
  sdi doctor --salvage 2026-11-22-rate-limiter`,
  completion: `
Examples:
  source <(sdi completion bash)      in ~/.bashrc, or zsh in ~/.zshrc
  sdi completion fish > ~/.config/fish/completions/sdi.fish`,
};
