export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/**
 * Our own, since @bomb.sh/tab's script for bash evaluates the words that are being typed, so that a tab after
 * `sdi show $(…)` would run it, and since it prints by itself. These hand the words over as they stand. Each line of
 * the reply is a value, a tab and a description, or `:files` alone.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<Shell, string>> = {
  // Works in bash 3.2 too, which macOS has: no mapfile, and compopt may be missing.
  bash: `# sdi for bash. In ~/.bashrc: source <(sdi completion bash)
_sdi() {
  local line value
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2")
      compopt -o filenames 2>/dev/null
    else
      printf -v value %q "\${line%%$'\\t'*}"
      COMPREPLY+=("$value")
    fi
  done < <("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _sdi sdi
`,
  zsh: `#compdef sdi
# sdi for zsh. In ~/.zshrc, after compinit: source <(sdi completion zsh)
_sdi() {
  local line
  local -a described
  for line in "\${(@f)$("\${words[1]}" complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    if [[ $line == :files ]]; then
      _files
      return
    fi
    described+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe -t values value described
}
if [[ $funcstack[1] == _sdi ]]; then
  _sdi "$@"
else
  compdef _sdi sdi
fi
`,
  fish: `# sdi for fish. To install: sdi completion fish > ~/.config/fish/completions/sdi.fish
function __sdi_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($before[1] complete -- $before[2..-1] "$current" 2>/dev/null)
    if contains -- :files $lines
        __fish_complete_path "$current"
    else
        printf '%s\\n' $lines
    end
end
complete -c sdi -f -a '(__sdi_complete)'
`,
};
