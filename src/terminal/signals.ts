/** What signals mean to us while we hold the terminal. */
export interface SignalHandlers {
  onTerminated(): void;
  onHangup(): void;
  onInterrupt(): void;
  /** The process was stopped and goes on. */
  onContinued(): void;
  /**
   * The window has changed. The 'resize' event of stdout is not enough: it stays away when the window is as large as
   * before again, although the terminal has cut what it showed.
   */
  onResize?(): void;
}

/** Listens until the returned function is called; listeners never keep the process alive. */
export function listenToSignals(handlers: SignalHandlers): () => void {
  const listeners = [
    ['SIGTERM', () => handlers.onTerminated()],
    ['SIGHUP', () => handlers.onHangup()],
    ['SIGINT', () => handlers.onInterrupt()],
    ['SIGCONT', () => handlers.onContinued()],
    ['SIGWINCH', () => handlers.onResize?.()],
  ] as const;
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}

/** Stops the process group, as the terminal does on Ctrl-Z. */
export function stopGroup(): void {
  process.kill(0, 'SIGTSTP');
}
