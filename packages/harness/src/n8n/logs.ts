/** One call of `this.logger` in a node. */
export interface LogEntry {
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
  meta: Record<string, unknown> | undefined;
}

type LogMethod = (message: string, meta?: Record<string, unknown>) => void;

interface RecordingLogger extends Record<LogEntry['level'], LogMethod> {
  scoped(): RecordingLogger;
}

/**
 * Puts a logger into one n8n context that writes to `entries` instead of n8n's own, which is process-wide.
 * Returns the context as the interface `T` that nodes know it by: n8n's classes and interfaces differ where optional
 * properties are read exactly.
 */
export function recordLogs<T>(context: object, entries: LogEntry[]): T {
  const writer =
    (level: LogEntry['level']): LogMethod =>
    (message, meta) => {
      entries.push({ level, message, meta });
    };
  const logger: RecordingLogger = {
    debug: writer('debug'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
    scoped: () => logger,
  };
  return Object.defineProperty(context, 'logger', { value: logger }) as T;
}
