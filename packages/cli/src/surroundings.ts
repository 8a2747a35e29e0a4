/** Where the command line runs, as far as commands have to know. */
export interface Surroundings {
  /** Root of the Carehooks checkout that it runs from; null for the published package. */
  readonly checkout: string | null;
  /** Folder of the recorded bodies. */
  readonly fixtures: string;
  /** From the call on, Ctrl+C aborts the signal and no longer ends the process. */
  readonly catchInterrupt: () => AbortSignal;
}
