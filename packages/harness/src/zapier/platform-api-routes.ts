import { strFromU8, unzipSync } from 'fflate';
import type { FailedCheck, PlatformApi, Promotion, RegisteredApp } from './platform-api.ts';

export interface ApiCall {
  readonly method: string;
  /** Below `/api/platform/cli`. */
  readonly path: string;
  readonly deployKey: string | string[] | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ApiAnswer {
  readonly status?: number;
  readonly body: unknown;
}

type Handler = (call: ApiCall, api: PlatformApi, path: readonly string[]) => ApiAnswer;

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Answers whoever asks. */
  readonly open?: true;
  readonly handle: Handler;
}

const failure = (status: number, ...errors: string[]): ApiAnswer => ({ status, body: { errors } });

/** A route below `/apps/:id`, whose app has to be there. */
const ofApp =
  (
    handle: (app: RegisteredApp, call: ApiCall, api: PlatformApi, rest: readonly string[]) => ApiAnswer,
  ): Handler =>
  (call, api, [id, ...rest]) => {
    const app = api.apps.get(Number(id));
    return app === undefined ? failure(404, 'Not found.') : handle(app, call, api, rest);
  };

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/apps\/fields-choices$/,
    open: true,
    handle: () => ({ body: fieldChoices }),
  },
  { method: 'POST', path: /^\/check$/, open: true, handle: ({ body }, api) => check(body, api) },
  {
    method: 'GET',
    path: /^\/apps$/,
    handle: (_call, api) => ({ body: { objects: [...api.apps.values()] } }),
  },
  { method: 'POST', path: /^\/apps$/, handle: ({ body }, api) => ({ body: api.register(body) }) },
  { method: 'GET', path: /^\/apps\/(\d+)$/, handle: ofApp((app) => ({ body: app })) },
  { method: 'PUT', path: /^\/apps\/(\d+)$/, handle: ofApp(update) },
  { method: 'GET', path: /^\/apps\/(\d+)\/migrations$/, handle: ofApp(() => ({ body: { objects: [] } })) },
  { method: 'PUT', path: /^\/apps\/(\d+)\/versions\/([^/]+)$/, handle: ofApp(upload) },
  {
    method: 'POST',
    path: /^\/apps\/(\d+)\/pre-migration-require-confirmation-checks$/,
    handle: ofApp(() => ({ body: {} })),
  },
  { method: 'POST', path: /^\/apps\/(\d+)\/migrations$/, handle: ofApp(promote) },
];

const choices = (...values: string[]) => values.map((value) => ({ value, label: value, name: value }));

/** What `register` may be told. */
const fieldChoices = {
  intention: choices('private', 'global'),
  role: choices('employee', 'contractor', 'user'),
  app_category: choices('crm', 'scheduling'),
};

export function answerTo(call: ApiCall, api: PlatformApi): ApiAnswer {
  for (const { method, path, open, handle } of routes) {
    const match = method === call.method ? path.exec(call.path) : null;
    if (match === null) continue;
    if (open !== true && call.deployKey !== api.options.deployKey) return failure(401, 'Invalid deploy key.');
    return handle(call, api, match.slice(1));
  }
  return failure(404, `The stand-in has no route ${call.method} ${call.path}.`);
}

function update(app: RegisteredApp, { body }: ApiCall, api: PlatformApi): ApiAnswer {
  const updated = { ...app, ...body, id: app.id, key: app.key };
  api.apps.set(app.id, updated);
  return { body: updated };
}

function check({ app_definition }: ApiCall['body'], api: PlatformApi): ApiAnswer {
  const failed = api.options.check?.(app_definition as Record<string, unknown>) ?? [];
  return {
    body: {
      passes: [],
      errors: bucket('Errors', failed),
      warnings: bucket('Publishing Tasks', []),
      suggestions: bucket('Warnings', []),
    },
  };
}

function bucket(label: string, failed: readonly FailedCheck[]) {
  const violations = failed.map(({ tag, trigger, message }) => ({
    type: trigger,
    results: [{ tag, message }],
  }));
  const results = violations.length === 0 ? [] : [{ type: 'read', violations }];
  return { display_label: label, total_failures: failed.length, results };
}

/** Takes a version, if the zip is an app and says the same version. */
function upload(
  app: RegisteredApp,
  { body }: ApiCall,
  api: PlatformApi,
  [version = '']: readonly string[],
): ApiAnswer {
  const zip = Buffer.from(String(body['zip_file']), 'base64');
  const sourceZip = Buffer.from(String(body['source_zip_file']), 'base64');
  const files = unzipSync(zip);
  const definition = files['definition.json'];
  if (definition === undefined || files['zapierwrapper.js'] === undefined) return failure(400, 'Not an app.');
  const said = (JSON.parse(strFromU8(definition)) as { version: string }).version;
  if (said !== version) return failure(400, `The app says that it is version ${said}.`);
  api.uploads.push({ app: app.id, version, zip, sourceZip });
  return { body: { id: api.uploads.length, version } };
}

function promote(app: RegisteredApp, { body }: ApiCall, api: PlatformApi): ApiAnswer {
  const job = body['job'] as Omit<Promotion, 'app'>;
  const pushed = api.uploads.some(({ app: id, version }) => id === app.id && version === job.to_version);
  if (!pushed) return failure(400, `Version ${job.to_version} does not exist.`);
  api.promotions.push({ ...job, app: app.id });
  return { body: {} };
}
