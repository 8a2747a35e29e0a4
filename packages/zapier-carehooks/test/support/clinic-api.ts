import { type Answer, type Call, type LoopbackApi, startApi } from './loopback.ts';
import { patient } from './ally-api.ts';

export interface Webhook {
  readonly id: string;
  readonly targetUrl: string;
  readonly events: string[];
  readonly secret: string;
}

export interface ClinicApi extends LoopbackApi {
  readonly webhooks: Map<string, Webhook>;
  /** The only token that counts; each login makes another. */
  token: string;
  /** What any request but a login is answered with, instead of the truth. */
  fault: Answer | null;
}

export const account = { clientId: 'clinic_app', clientSecret: 'client_secret_1' };

const fixed: Readonly<Record<string, unknown>> = {
  '/clinics': [{ name: 'Harbour Clinic' }],
  '/doctors': [
    { id: 7, name: 'Dr. Okafor' },
    { id: 8, name: 'Dr. Nováková' },
  ],
  '/events': [{ name: 'visit.started' }],
  '/appointments': { data: [] },
  [`/patients/${patient.id}`]: { data: patient },
};

/** The API of the made-up clinic. */
export async function startClinicApi(): Promise<ClinicApi> {
  const webhooks = new Map<string, Webhook>();
  let logins = 0;
  const answer = (call: Call): Answer => {
    const { pathname } = new URL(call.url, 'http://127.0.0.1');
    if (pathname === '/login') {
      const form = new URLSearchParams(call.body);
      if (form.get('client_secret') !== account.clientSecret) return { status: 401, text: call.body };
      logins += 1;
      api.token = `token_${logins}`;
      return { json: { token: api.token, seconds: 3_600 } };
    }
    if (call.headers.authorization !== `Bearer ${api.token}`) return { status: 401, text: 'stale' };
    if (api.fault !== null) return api.fault;
    return manage(call, pathname) ?? (pathname in fixed ? { json: fixed[pathname] } : { status: 404 });
  };
  const manage = (call: Call, pathname: string): Answer | null => {
    if (pathname === '/webhooks' && call.method === 'GET') return { json: [...webhooks.values()] };
    if (pathname === '/webhooks') {
      const id = `wh_${webhooks.size + 1}`;
      webhooks.set(id, { ...(JSON.parse(call.body) as Omit<Webhook, 'id'>), id });
      return { status: 201, json: { id } };
    }
    const id = /^\/webhooks\/(.+)$/.exec(pathname)?.[1];
    return id === undefined ? null : { status: webhooks.delete(id) ? 200 : 404, json: {} };
  };
  const api: ClinicApi = { ...(await startApi(answer)), webhooks, token: 'token_0', fault: null };
  return api;
}
