/** Time as the simulated platforms live it. */
export interface SimulatorClock {
  /** How many times faster than real the platforms' pauses pass. A pause that has begun keeps its length. */
  readonly factor: number;
  /** @throws RangeError when the factor is not a positive number */
  setFactor(factor: number): void;
  /** Milliseconds since 1970, in real time. */
  now(): number;
  /** Waits for a platform's pause: `clockFactor` 60 makes a minute of it a second. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds that a platform's pause takes in real time. */
  scale(milliseconds: number): number;
}

/**
 * @param factor how many times faster than real the platforms' pauses pass
 * @throws RangeError when it is not a positive number
 */
export function createClock(factor: number): SimulatorClock {
  let current = checked(factor);
  const scale = (milliseconds: number) => milliseconds / current;
  return {
    get factor() {
      return current;
    },
    setFactor(next) {
      current = checked(next);
    },
    now: () => Date.now(),
    pause: (milliseconds, signal) => wait(scale(milliseconds), signal),
    scale,
  };
}

function checked(factor: number): number {
  if (factor > 0 && Number.isFinite(factor)) return factor;
  throw new RangeError(
    `clockFactor is ${factor}: pass a number above 0, such as 60 for a minute per second.`,
  );
}

/** Waits in real time; an aborted signal ends the wait at once, and whoever waits looks at the signal. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
  });
}
