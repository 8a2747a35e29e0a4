/** What an n8n process does. In queue mode the work is shared: https://docs.n8n.io/hosting/scaling/queue-mode/ */
export const roles = {
  main: { command: 'start', lastLine: 'Editor is now accessible via' },
  worker: { command: 'worker', lastLine: 'n8n worker is now ready' },
  webhook: { command: 'webhook', lastLine: 'Webhook listener waiting for requests' },
} as const;

export type N8nRole = keyof typeof roles;

/** A worker serves nothing but its health check, whose port has a name of its own. */
export function portSettings(role: N8nRole, port: number): Record<string, string> {
  if (role !== 'worker') return {};
  return {
    QUEUE_HEALTH_CHECK_ACTIVE: 'true',
    QUEUE_HEALTH_CHECK_PORT: String(port),
    N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
  };
}
