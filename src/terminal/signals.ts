/** What signals mean to us while we hold the terminal. */
export interface SignalHandlers {
  onTerminated(): void;
  onHangup(): void;
  onInterrupt(): void;
  /** The process was stopped and goes on. */
  onContinued(): void;
}

/** Listens until the returned function is called; listeners never keep the process alive. */
export function listenToSignals(handlers: SignalHandlers): () => void {
  const listeners = [
    ['SIGTERM', () => handlers.onTerminated()],
    ['SIGHUP', () => handlers.onHangup()],
    ['SIGINT', () => handlers.onInterrupt()],
    ['SIGCONT', () => handlers.onContinued()],
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
